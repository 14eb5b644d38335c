import { expect, test } from "vitest";
import type { ArtifactId, CohortId, OrganizationId, ProjectId } from "#domain/ids.ts";
import { curlOf } from "./curl.ts";

const scope = { organizationId: "org 1" as OrganizationId, projectId: "harbour" as ProjectId };

test("a plan travels in its own words: instants are RFC 3339 there", () => {
  const request = {
    name: "Winter",
    artifactIds: ["a1" as ArtifactId],
    plan: { preset: "standard", startAtMs: Date.UTC(2026, 10, 18, 9) },
  };
  const submission = { idempotencyKey: "k1", unanswered: false, request };
  expect(curlOf("https://slipway.example", scope, "c1" as CohortId, submission)).toContain(
    `--data-raw '{"name":"Winter","artifactIds":["a1"],"plan":{"preset":"standard","startAt":"2026-11-18T09:00:00.000Z"}}'`,
  );
});

test("the command line starts the same deployment under the same key, whatever the name holds", () => {
  const submission = {
    idempotencyKey: "k1",
    unanswered: false,
    request: { name: "It's `$(rm)`", artifactIds: ["a1" as ArtifactId], impactHash: "h1" },
  };
  expect(curlOf("https://slipway.example", scope, "c/1" as CohortId, submission)).toBe(
    [
      "curl -X POST 'https://slipway.example/v1/organizations/org%201/projects/harbour/cohorts/c%2F1/deployments' \\",
      "  -H 'Content-Type: application/json' \\",
      "  -H 'Idempotency-Key: k1' \\",
      String.raw`  --data-raw '{"name":"It'\''s ` + "`$(rm)`" + String.raw`","artifactIds":["a1"],"impactHash":"h1"}'`,
    ].join("\n"),
  );
});
