import { expect, test } from "vitest";
import { repairDraft, repairWords } from "./draft-repair.ts";
import { presetOf, rollbackDraft } from "./draft.ts";
import { around, artifact, deployment, deploymentId, packageOf, picks } from "./specimens.ts";
import { plainText } from "./words.ts";

const autumn = deployment("d2", "Autumn fixes", { main: "2.4.1", calib: "14" });
const draft = presetOf(around({ active: autumn }));
const packages = [packageOf("main"), packageOf("calib")];
const artifacts = [artifact("main@2.4.1"), artifact("calib@14")];
const now = { packages, artifacts, activeId: deploymentId("d2") };

test("a draft that still fits is left alone", () => {
  expect(repairDraft(draft, now)).toEqual({ draft, repairs: [] });
});

test("a package that left the project is taken out and told", () => {
  const { draft: repaired, repairs } = repairDraft(draft, { ...now, packages: [packageOf("main")] });
  expect(repaired.picks).toEqual(picks({ main: "2.4.1" }));
  expect(repairs).toEqual([{ kind: "package-gone", packageId: "calib" }]);
});

test("a version that can no longer be deployed stays, so that its field can say so", () => {
  const { draft: repaired, repairs } = repairDraft(draft, { ...now, artifacts: [artifact("main@2.4.1")] });
  expect(repaired.picks).toEqual(draft.picks);
  expect(repairs).toEqual([{ kind: "version-gone", packageId: "calib", version: "14" }]);
});

test("another active deployment is told, and a rollback undoes that one", () => {
  const rollback = rollbackDraft(deployment("d1", "October release", { main: "2.4.1" }), around({ active: autumn }));
  const { draft: repaired, repairs } = repairDraft(rollback, { ...now, activeId: deploymentId("d3") });
  expect(repairs).toEqual([{ kind: "deployed-meanwhile" }]);
  expect(repaired.rollback?.origin).toEqual({ rollbackOf: "d3", to: "d1" });
});

test.each([
  [
    { kind: "package-gone", packageId: packages[1]!.id } as const,
    "The package calib left the project; it was taken out of the draft.",
  ],
  [
    { kind: "version-gone", packageId: packages[1]!.id, version: "14" } as const,
    "calib 14 can no longer be deployed. Choose another version.",
  ],
  [
    { kind: "deployed-meanwhile" } as const,
    "“Winter” was deployed after this draft was begun. Changes are counted from it now.",
  ],
])("%j in words", (repair, sentence) => {
  expect(plainText(repairWords(repair, "Winter"))).toBe(sentence);
});
