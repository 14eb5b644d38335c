import { beforeEach, describe, expect, test } from "vitest";
import type { ArtifactId, CohortId, ProjectId } from "#domain/ids.ts";
import type { TextStorage } from "#lib/text-storage.ts";
import { clearDraft, draftKey, readDraft, writeDraft } from "./draft-storage.ts";
import { presetOf, rollbackDraft } from "./draft.ts";
import { DEFAULT_PLAN } from "./plan-choice.ts";
import { around, deployment, deploymentId } from "./specimens.ts";

const kept = new Map<string, string>();
const storage: TextStorage = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, text) => void kept.set(key, text),
  removeItem: (key) => void kept.delete(key),
};
const key = draftKey("harbour" as ProjectId, "c1" as CohortId, undefined);
const active = deployment("d2", "Autumn fixes", { main: "2.4.1", "ca-certs": "2026-09" });
const preset = presetOf(around({ active }));

beforeEach(() => kept.clear());

test("a draft comes back as it was left", () => {
  const draft = {
    ...rollbackDraft(deployment("d1", "October release", { main: "2.3.0" }), around({ active })),
    notes: "Two\nlines",
    plan: { ...DEFAULT_PLAN, preset: "standard", start: "after-current" } as const,
    submission: {
      idempotencyKey: "k1",
      unanswered: true,
      request: {
        name: "Roll back to 2.3.0",
        notes: "Two\nlines",
        artifactIds: ["a1" as ArtifactId],
        plan: { preset: "standard", startPolicy: "after-current" } as const,
        origin: { rollbackOf: deploymentId("d2"), to: deploymentId("d1") },
        impactHash: "h1",
      },
    },
  };
  writeDraft(storage, key, draft);
  expect(readDraft(storage, key)).toEqual(draft);
});

test("the least there can be comes back too, nothing absent turns into something", () => {
  const { base: _base, ...draft } = preset;
  writeDraft(storage, key, draft);
  expect(readDraft(storage, key)).toStrictEqual(draft);
});

test("a draft from before there were plans has the default one", () => {
  const { plan: _plan, ...before } = preset;
  writeDraft(storage, key, preset);
  kept.set(key, JSON.stringify({ ...before, shape: 1, picks: [...preset.picks] }));
  expect(readDraft(storage, key)).toEqual(preset);
});

test("a cleared draft is gone", () => {
  writeDraft(storage, key, preset);
  clearDraft(storage, key);
  expect(readDraft(storage, key)).toBeUndefined();
});

describe("what is not a draft of ours is no draft", () => {
  const written = () => JSON.parse(kept.get(key) ?? "{}") as Record<string, unknown>;

  test.each([
    ["nothing at all", ""],
    ["no JSON", "{name:"],
    ["null", "null"],
    ["a list", "[]"],
    ["a text", '"draft"'],
  ])("%s", (_, text) => {
    kept.set(key, text);
    expect(readDraft(storage, key)).toBeUndefined();
  });

  test.each([
    ["another shape", { shape: 2 }],
    ["a name that is a number", { name: 7 }],
    ["packages as an object", { picks: { main: "2.4.1" } }],
    ["a package without a version", { picks: [["main"]] }],
    ["a version that is a number", { picks: [["main", 2]] }],
    ["no word on whether the name was offered", { nameIsOffered: undefined }],
  ])("%s", (_, change) => {
    writeDraft(storage, key, preset);
    kept.set(key, JSON.stringify({ ...written(), ...change }));
    expect(readDraft(storage, key)).toBeUndefined();
  });

  test("a start that makes no sense is dropped, the draft is kept", () => {
    writeDraft(storage, key, preset);
    kept.set(key, JSON.stringify({ ...written(), submission: { idempotencyKey: "k1", unanswered: true } }));
    expect(readDraft(storage, key)).toEqual(preset);
  });
});

test("cohorts, projects and rollbacks each have their own draft", () => {
  const keys = [
    draftKey("a" as ProjectId, "b/c" as CohortId, undefined),
    draftKey("a/b" as ProjectId, "c" as CohortId, undefined),
    draftKey("a" as ProjectId, "b" as CohortId, deploymentId("c")),
    draftKey("a" as ProjectId, "b" as CohortId, undefined),
  ];
  expect(new Set(keys).size).toBe(4);
});
