import { describe, expect, test } from "vitest";
import { originOf, presetOf, requestOf, rollbackDraft, withName, withoutPick, withPick } from "./draft.ts";
import { DEFAULT_PLAN } from "./plan-choice.ts";
import { around, artifact, deployment, packageId, picks } from "./specimens.ts";

const autumn = deployment("d2", "Autumn fixes", { main: "2.4.1", calib: "14" });
const october = deployment("d1", "October release", { main: "2.3.0", modem: "1.0.3" });
const here = around({ active: autumn, takenNames: ["Autumn fixes", "October release"] });

describe("what a draft starts from", () => {
  test("the active deployment, unchanged, with a name from the day", () => {
    expect(presetOf(here)).toEqual({
      name: "Deployment of 2026-11-17",
      nameIsOffered: true,
      notes: "",
      picks: picks({ main: "2.4.1", calib: "14" }),
      plan: DEFAULT_PLAN,
      base: "d2",
    });
  });

  test("a cohort without deployments starts from nothing", () => {
    expect(presetOf(around())).toEqual({
      name: "Deployment of 2026-11-17",
      nameIsOffered: true,
      notes: "",
      picks: new Map(),
      plan: DEFAULT_PLAN,
    });
  });

  test("a rollback has the earlier composition, its origin and its own name", () => {
    expect(rollbackDraft(october, here)).toEqual({
      name: "Roll back to 2.3.0",
      nameIsOffered: false,
      notes: "",
      picks: picks({ main: "2.3.0", modem: "1.0.3" }),
      plan: DEFAULT_PLAN,
      base: "d2",
      rollback: { origin: { rollbackOf: "d2", to: "d1" }, composition: picks({ main: "2.3.0", modem: "1.0.3" }) },
    });
  });

  test("without an active deployment there is nothing to undo: the composition comes without an origin", () => {
    const draft = rollbackDraft(october, around());
    expect(draft.picks).toEqual(picks({ main: "2.3.0", modem: "1.0.3" }));
    expect(draft.rollback).toBeUndefined();
  });
});

describe("changing it", () => {
  test("an offered name follows the packages", () => {
    expect(withPick(presetOf(here), packageId("main"), "2.5.0", here).name).toBe("Update main to 2.5.0");
    expect(withoutPick(presetOf(here), packageId("calib"), here).name).toBe("Remove calib");
  });

  test("a typed name stays, whatever the packages", () => {
    const typed = withName(presetOf(here), "Winter");
    expect(withPick(typed, packageId("main"), "2.5.0", here).name).toBe("Winter");
  });

  test("an emptied name is offered anew with the next change", () => {
    const emptied = withName(presetOf(here), " ");
    expect(emptied.name).toBe(" ");
    expect(withPick(emptied, packageId("modem"), "1.0.3", here).name).toBe("Add modem 1.0.3");
  });

  test("a package that is put back is as if it had never left", () => {
    const without = withoutPick(presetOf(here), packageId("calib"), here);
    expect(without.picks).toEqual(picks({ main: "2.4.1" }));
    expect(withPick(without, packageId("calib"), "14", here)).toEqual(presetOf(here));
  });
});

describe("whether it is still a rollback", () => {
  const draft = rollbackDraft(october, here);

  test("with another version it is not, with the same versions again it is", () => {
    const changed = withPick(draft, packageId("main"), "2.3.1", here);
    expect(originOf(changed)).toBeUndefined();
    expect(originOf(withPick(changed, packageId("main"), "2.3.0", here))).toEqual({ rollbackOf: "d2", to: "d1" });
  });

  test("another name or note leaves it one", () => {
    expect(originOf({ ...withName(draft, "Back to safety"), notes: "Modems hang." })).toEqual({
      rollbackOf: "d2",
      to: "d1",
    });
  });
});

describe("what is sent", () => {
  const artifacts = [
    artifact("modem@1.0.3"),
    artifact("main@2.3.0"),
    artifact("main@2.3.0#b"),
    artifact("main@2.3.0#c", { yanked: { reason: "Bricks rev B.", atMs: 1 } }),
    artifact("main@2.4.1"),
  ];

  test("every variant that may be deployed, in package order, with the origin and what the review showed", () => {
    expect(requestOf({ ...rollbackDraft(october, here), notes: " Modems hang. " }, artifacts, "h1")).toEqual({
      name: "Roll back to 2.3.0",
      notes: "Modems hang.",
      artifactIds: ["main@2.3.0", "main@2.3.0#b", "modem@1.0.3"],
      origin: { rollbackOf: "d2", to: "d1" },
      impactHash: "h1",
    });
  });

  test("a plan that is not the default one", () => {
    const draft = { ...presetOf(here), plan: { ...DEFAULT_PLAN, preset: "standard", maxDevices: "50" } as const };
    expect(requestOf(draft, artifacts, undefined).plan).toEqual({ preset: "standard", maxDevices: 50 });
  });

  test("what is empty is left out, a name is trimmed", () => {
    expect(requestOf({ ...withName(presetOf(here), "  Winter "), notes: " \n" }, artifacts, undefined)).toEqual({
      name: "Winter",
      artifactIds: ["main@2.4.1"],
    });
  });
});
