import { describe, expect, test } from "vitest";
import type { ArtifactId, CohortId, DeviceId, PackageId, TagId } from "#domain/ids.ts";
import { isProblem } from "#domain/problem.ts";
import type { Command } from "./command.ts";
import { cohortOf, listCohorts } from "./read-cohorts.ts";
import { refusalOf, stage, upload, type Stage } from "./stage.ts";

const NOBODY = "0".repeat(24);

/** A stage on which every kind of thing exists once. */
function furnished() {
  const set = stage();
  const { act, projectId, fleet, cohortId, deploy, external } = set;
  const tagId = act({ kind: "create-tag", projectId, name: "beta" }).tagId!;
  const blueprintId = act({ kind: "create-blueprint", projectId, name: "rev C" }).blueprintId!;
  fleet(2);
  const deviceId = external("Ünïcode 東京");
  const deploymentId = deploy({ main: "2.0.0" });
  const artifactId = [...set.world.projects[0]!.artifacts.keys()][0]!;
  return { ...set, tagId, blueprintId, deviceId, deploymentId, artifactId, cohortId };
}

type Furnished = ReturnType<typeof furnished>;
const start = ({ projectId, cohortId }: Stage, artifactIds: readonly ArtifactId[], name = "Next"): Command => ({
  kind: "start-deployment",
  projectId,
  cohortId,
  request: { name, artifactIds },
});
const device = ({ projectId }: Stage, name: string, rest: object = {}): Command => ({
  kind: "create-device",
  projectId,
  name,
  hardwareIds: [],
  tagIds: [],
  ...rest,
});

describe("every command that cannot be carried out says why, and names the field", () => {
  test.each<[string, (set: Furnished) => Command, string, string, string | undefined]>([
    [
      "a blank name",
      ({ projectId }) => ({ kind: "create-cohort", projectId, name: "  " }),
      "invalid",
      "Enter a name",
      "name",
    ],
    [
      "a name of 101",
      ({ projectId }) => ({ kind: "create-cohort", projectId, name: "x".repeat(101) }),
      "invalid",
      "at most 100",
      "name",
    ],
    ["control characters", (set) => device(set, "a\u0007b"), "invalid", "control characters", "name"],
    [
      "a cohort's name again",
      ({ projectId }) => ({ kind: "create-cohort", projectId, name: " Pumps " }),
      "already-exists",
      "cohort name",
      "name",
    ],
    ["a device's name again", (set) => device(set, "Ünïcode 東京"), "already-exists", "device name", "name"],
    ["a seeded device's name", (set) => device(set, "pump-000001"), "already-exists", "device name", "name"],
    [
      "a tag's name again",
      ({ projectId }) => ({ kind: "create-tag", projectId, name: "beta" }),
      "already-exists",
      "tag name already being used",
      "name",
    ],
    [
      "a tag with control characters",
      ({ projectId }) => ({ kind: "create-tag", projectId, name: "a\nb" }),
      "invalid",
      "can use only use characters",
      "name",
    ],
    [
      "a blueprint's name again",
      ({ projectId }) => ({ kind: "create-blueprint", projectId, name: "rev C" }),
      "already-exists",
      "blueprint name already being used",
      "name",
    ],
    [
      "a package's id again",
      ({ projectId }) => ({ kind: "create-package", projectId, packageId: "main" as PackageId }),
      "already-exists",
      "package already exists",
      "packageId",
    ],
    [
      "a package id with a slash",
      ({ projectId }) => ({ kind: "create-package", projectId, packageId: "a/b" as PackageId }),
      "invalid",
      "letters",
      "packageId",
    ],
    ["an unknown tag", (set) => device(set, "new", { tagIds: [NOBODY] }), "not-found", "tag not found", "tagIds"],
    [
      "an unknown blueprint",
      (set) => device(set, "new", { blueprintId: NOBODY }),
      "not-found",
      "blueprint not found",
      "blueprintId",
    ],
    [
      "an unknown cohort",
      (set) => device(set, "new", { cohortId: NOBODY }),
      "not-found",
      "cohort not found",
      "cohortId",
    ],
    [
      "an unknown package",
      ({ projectId }) => upload(projectId, "boot", "1.0.0"),
      "not-found",
      "package not found",
      "packageId",
    ],
    [
      "a file of 0 bytes",
      ({ projectId }) => upload(projectId, "main", "9.0.0", { sizeBytes: 0 }),
      "invalid",
      "empty",
      "content",
    ],
    [
      "a file over 50 MiB",
      ({ projectId }) => upload(projectId, "main", "9.0.0", { sizeBytes: 52_428_801 }),
      "too-large",
      "52,428,800",
      "content",
    ],
    ["a version with blanks", ({ projectId }) => upload(projectId, "main", "1 0"), "invalid", "version", "version"],
    [
      "the same variant again",
      ({ projectId }) => upload(projectId, "main", "2.0.0"),
      "already-exists",
      "artifact already exists",
      "version",
    ],
    [
      "an artifact in use",
      ({ projectId, artifactId }) => ({ kind: "delete-artifact", projectId, artifactId }),
      "conflict",
      "artifact in use",
      undefined,
    ],
    [
      "a package with artifacts",
      ({ projectId }) => ({ kind: "delete-package", projectId, packageId: "main" as PackageId }),
      "conflict",
      "package in use",
      undefined,
    ],
    ["a deployment of nothing", (set) => start(set, []), "unprocessable", "at least one artifact", "artifactIds"],
    [
      "an unknown artifact",
      (set) => start(set, [NOBODY as ArtifactId]),
      "unprocessable",
      "artifact not found",
      "artifactIds",
    ],
    [
      "an artifact id that is none",
      (set) => start(set, ["zzz" as ArtifactId]),
      "invalid",
      "hex string is not a valid ObjectID",
      "artifactIds",
    ],
    ["a deployment without a name", (set) => start(set, [set.artifactId], ""), "invalid", "Enter a name", "name"],
    [
      "a vanished cohort",
      (set) => ({ ...start(set, [set.artifactId]), cohortId: NOBODY as CohortId }),
      "not-found",
      "cohort not found",
      undefined,
    ],
    [
      "an unknown device to assign",
      ({ projectId, cohortId }) => ({ kind: "assign-devices", projectId, cohortId, deviceIds: [NOBODY as DeviceId] }),
      "not-found",
      "device not found",
      "deviceIds",
    ],
    [
      "an unknown project",
      (set) => ({ ...device(set, "x"), projectId: "elsewhere" }) as Command,
      "not-found",
      "project not found",
      undefined,
    ],
    [
      "a cohort with a filter that names nothing",
      ({ projectId }) => ({
        kind: "create-cohort",
        projectId,
        name: "All",
        filter: { tagIds: [], blueprintIds: [] },
      }),
      "unprocessable",
      "Name at least one tag or blueprint.",
      "filter",
    ],
    [
      "a cohort whose filter is to name nothing any more",
      ({ projectId, tagId, act }) => {
        const filter = { tagIds: [tagId], blueprintIds: [] };
        const { cohortId } = act({ kind: "create-cohort", projectId, name: "Beta", filter });
        return { kind: "update-cohort", projectId, cohortId: cohortId!, filter: { tagIds: [], blueprintIds: [] } };
      },
      "unprocessable",
      "Name at least one tag or blueprint.",
      "filter",
    ],
    [
      "a tag that a filter names",
      ({ projectId, tagId, act }) => {
        act({ kind: "create-cohort", projectId, name: "Beta", filter: { tagIds: [tagId], blueprintIds: [] } });
        return { kind: "delete-tag", projectId, tagId };
      },
      "conflict",
      "tag in use",
      undefined,
    ],
  ])("%s", (_what, commandOf, problem, message, field) => {
    const set = furnished();
    const refusal = refusalOf(set.attempt(commandOf(set)));
    expect(refusal).toMatchObject({ problem, message: expect.stringContaining(message) });
    expect(refusal.field).toBe(field);
  });

  test("an artifact of another project", () => {
    const set = stage();
    const other = set.act({ kind: "create-project", name: "Other" }).projectId!;
    set.act({ kind: "create-package", projectId: other, packageId: "main" as PackageId });
    const foreign = set.act(upload(other, "main", "5.0.0")).artifactId!;
    expect(refusalOf(set.attempt(start(set, [foreign])))).toMatchObject({
      problem: "unprocessable",
      field: "artifactIds",
    });
  });

  test("two versions of one package", () => {
    const set = stage();
    const ids = ["5.0.0", "6.0.0"].map((version) => set.act(upload(set.projectId, "main", version)).artifactId!);
    expect(refusalOf(set.attempt(start(set, ids))).message).toBe(
      "A deployment carries one version of main; this one names 5.0.0 and 6.0.0.",
    );
  });

  test("two variants that fit one device equally well, but not when no device is concerned", () => {
    const set = stage();
    const tags: TagId[] = ["a", "b"].map(
      (name) => set.act({ kind: "create-tag", projectId: set.projectId, name }).tagId!,
    );
    const ids = tags.map((tagId) => set.act(upload(set.projectId, "main", "5.0.0", { tagIds: [tagId] })).artifactId!);
    expect(isProblem(set.attempt(start(set, ids)))).toBe(false);
    set.fleet(1, { tagIds: tags });
    expect(refusalOf(set.attempt(start(set, ids)))).toMatchObject({ problem: "unprocessable", field: "artifactIds" });
  });

  test("one unknown device among many moves none of them", () => {
    const set = stage();
    const [first] = set.fleet(1, { cohortId: set.cohort("Elsewhere") });
    set.attempt({
      kind: "assign-devices",
      projectId: set.projectId,
      cohortId: set.cohortId,
      deviceIds: [first!, NOBODY as DeviceId],
    });
    expect(cohortOf(set.world, set.projectId, set.cohortId)?.deviceCount).toBe(0);
  });

  test("a device named twice is moved once", () => {
    const set = stage();
    const [first] = set.fleet(1, { cohortId: set.cohort("Elsewhere") });
    const command = {
      kind: "assign-devices",
      projectId: set.projectId,
      cohortId: set.cohortId,
      deviceIds: [first!, first!],
    } as const;
    expect(set.act(command).moved).toBe(1);
    expect(set.act(command).moved).toBe(0);
  });
});

describe("deleting a cohort", () => {
  test("one that ever deployed is archived: gone from the list, its past stays", () => {
    const { act, world, projectId, cohortId, deployment, deploymentId } = furnished();
    act({ kind: "delete-cohort", projectId, cohortId });
    expect(listCohorts(world, projectId, { page: 0, perPage: 10 }).list).toEqual([]);
    expect(cohortOf(world, projectId, cohortId)).toMatchObject({ archived: true, deviceCount: 0 });
    expect(deployment(deploymentId)).toMatchObject({ state: "finished", counts: { substates: { "left-cohort": 3 } } });
  });

  test("one that never did is gone, and its name is free again", () => {
    const { act, world, projectId, cohortId } = stage();
    act({ kind: "delete-cohort", projectId, cohortId });
    expect(cohortOf(world, projectId, cohortId)).toBeUndefined();
    expect(act({ kind: "create-cohort", projectId, name: "Pumps" }).cohortId).not.toBe(cohortId);
  });
});

test("a blueprint or a tag is free again when only what is deleted named it", () => {
  const { act, attempt, projectId, blueprintId, tagId, artifactId } = furnished();
  const made = act({ kind: "create-device", projectId, name: "gone", hardwareIds: [], tagIds: [tagId], blueprintId });
  const filter = { tagIds: [tagId], blueprintIds: [blueprintId] };
  const cohortId = act({ kind: "create-cohort", projectId, name: "Dynamic", filter }).cohortId!;
  const request = { name: "Only", artifactIds: [artifactId] };
  act({ kind: "start-deployment", projectId, cohortId, request });
  expect(isProblem(attempt({ kind: "delete-blueprint", projectId, blueprintId }))).toBe(true);
  act({ kind: "delete-device", projectId, deviceId: made.deviceId! });
  act({ kind: "delete-cohort", projectId, cohortId });
  act({ kind: "delete-blueprint", projectId, blueprintId });
  act({ kind: "delete-tag", projectId, tagId });
});
