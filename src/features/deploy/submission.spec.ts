import { describe, expect, test } from "vitest";
import type { DeploymentRequest } from "#domain/deployment.ts";
import type { ArtifactId } from "#domain/ids.ts";
import { deploymentId } from "./specimens.ts";
import { submissionOf, unansweredStart } from "./submission.ts";

const request: DeploymentRequest = { name: "Winter", artifactIds: ["a1" as ArtifactId], impactHash: "h1" };
const prepared = { idempotencyKey: "k1", request, unanswered: false };
const freshKey = () => "k2";

describe("the key of a start", () => {
  test("the first start of a draft gets a fresh one", () => {
    expect(submissionOf(undefined, request, freshKey)).toEqual({ idempotencyKey: "k2", request, unanswered: false });
  });

  test("the same request keeps it", () => {
    expect(submissionOf(prepared, { ...request }, freshKey)).toBe(prepared);
  });

  test.each([
    ["name", { ...request, name: "Winter 2" }],
    ["artifacts", { ...request, artifactIds: ["a1" as ArtifactId, "a2" as ArtifactId] }],
    ["notes", { ...request, notes: "Slowly." }],
    ["plan", { ...request, plan: { preset: "standard" } }],
    ["origin", { ...request, origin: { rollbackOf: deploymentId("d2"), to: deploymentId("d1") } }],
    ["what the review showed", { ...request, impactHash: "h2" }],
  ])("another %s takes a fresh one", (_, changed) => {
    expect(submissionOf(prepared, changed, freshKey).idempotencyKey).toBe("k2");
  });
});

describe("a start that got no answer", () => {
  const sent = { ...prepared, unanswered: true };

  test("is found again, though it may itself have changed what the review shows", () => {
    expect(unansweredStart(sent, { ...request, impactHash: "h2" })).toBe(sent);
  });

  test("of a rollback is found again, though it may now be what would be undone", () => {
    const origin = { rollbackOf: deploymentId("d2"), to: deploymentId("d1") };
    const rollback = { ...sent, request: { ...request, origin } };
    const asked = { ...request, origin: { ...origin, rollbackOf: deploymentId("d3") } };
    expect(unansweredStart(rollback, asked)).toBe(rollback);
  });

  test("is over when another deployment is asked for", () => {
    expect(unansweredStart(sent, { ...request, name: "Winter 2" })).toBeUndefined();
    expect(unansweredStart(sent, { ...request, plan: { preset: "careful" } })).toBeUndefined();
  });

  test("is none when it was never sent, or answered", () => {
    expect(unansweredStart(prepared, request)).toBeUndefined();
    expect(unansweredStart(undefined, request)).toBeUndefined();
  });
});
