import type { BlueprintId, CohortId, DeviceId, PackageId, ProjectId, TagId } from "#domain/ids.ts";
import { addFleet, type FleetSeed } from "#mocks/engine/add-fleet.ts";
import { deviceIdAt } from "#mocks/engine/ids.ts";
import { HEALTHY } from "#mocks/engine/simulation.ts";
import { stage, upload, type Stage } from "#mocks/engine/stage.ts";

/** What of one project a history chooses among. */
export type Grounds = {
  readonly projectId: ProjectId;
  readonly blueprintIds: readonly BlueprintId[];
  readonly tagIds: readonly TagId[];
  /** The devices over HTTP stand last. */
  readonly deviceIds: readonly DeviceId[];
  readonly external: readonly DeviceId[];
  /** What deployments are made of. */
  readonly compositions: readonly (readonly string[])[];
};

/** Two projects small enough that everything happens to everybody. The second has all names of the first. */
export type Scene = {
  readonly set: Stage;
  readonly grounds: readonly [Grounds, Grounds];
  /** Called the same in both projects. */
  readonly main: PackageId;
};

/** The same for the same seed, to the last byte. */
export function openScene(seed: string): Scene {
  const set = stage({ ...HEALTHY, failPercent: 40, offlinePercent: 25 }, seed);
  const first = wholeProject(set);
  const second = smallProject(set);
  const [main] = [...needed(set.world.projects[0]).packages.keys()];
  return { set, grounds: [first, second], main: needed(main) };
}

/** Two cohorts by hand and two by filter that overlap, two boards, two tags, and devices of all kinds. */
function wholeProject(set: Stage): Grounds {
  const { act, cohortId, projectId } = set;
  const make = maker(set, projectId);
  const valves = set.cohort("Valves");
  const [boardA, boardB] = [make.blueprint("Board A"), make.blueprint("Board B")];
  const [early, late] = [make.tag("ring=early"), make.tag("ring=late")];
  make.dynamic("Early", [early], []);
  make.dynamic("Late on A", [late], [boardA]);
  const simulated = [
    ...make.devices(5, { blueprintId: boardA, cohortId }),
    ...make.devices(2, { blueprintId: boardB, cohortId, versions: { main: "2.0.0", modem: "1.0.0" } }),
    ...make.devices(2, { cohortId: valves }),
    ...make.devices(2, { blueprintId: boardA, tagIds: [early] }),
    ...make.devices(2, { blueprintId: boardA, tagIds: [late] }),
  ];
  const spoken = { kind: "create-device", projectId, hardwareIds: [] } as const;
  const free = needed(act({ ...spoken, name: "d", tagIds: [early], blueprintId: boardB }).deviceId);
  const external = [set.external("a"), set.external("b"), set.external("c", valves), free];
  return {
    projectId,
    blueprintIds: [boardA, boardB],
    tagIds: [early, late],
    deviceIds: [...simulated, ...external],
    external,
    compositions: compositionsOf(make, boardA, boardB, early, late),
  };
}

/** Whole versions, and variants by board, by tag and by both; what must run before, of another package and of its own. */
function compositionsOf(make: Maker, boardA: BlueprintId, boardB: BlueprintId, early: TagId, late: TagId) {
  const [two, modem] = [make.artifact("main", "2.0.0"), make.artifact("modem", "2.0.0")];
  return [
    [two],
    [make.artifact("main", "3.0.0")],
    [make.artifact("main", "1.0.0")],
    [two, modem],
    [modem],
    [make.artifact("main", "4.0.0", { blueprintId: boardA })],
    [
      make.artifact("main", "5.0.0"),
      make.artifact("main", "5.0.0", { blueprintId: boardA }),
      make.artifact("main", "5.0.0", { tagIds: [early] }),
    ],
    [
      make.artifact("main", "6.0.0", { tagIds: [early] }),
      make.artifact("main", "6.0.0", { blueprintId: boardA, tagIds: [late] }),
    ],
    [make.artifact("main", "7.0.0", { requires: { modem: ">=2.0.0" } })],
    [make.artifact("main", "8.0.0", { requires: { main: "<3.0.0" } }), modem],
    [make.artifact("modem", "3.0.0", { requires: { main: ">=2.0.0 <5.0.0" }, blueprintId: boardB })],
  ];
}

function smallProject(set: Stage): Grounds {
  const { act } = set;
  const projectId = needed(act({ kind: "create-project", name: "Other" }).projectId);
  const make = maker(set, projectId);
  for (const packageId of needed(set.world.projects[0]).packages.keys()) {
    act({ kind: "create-package", projectId, packageId });
  }
  const cohortId = needed(act({ kind: "create-cohort", projectId, name: "Pumps" }).cohortId);
  const [board, early] = [make.blueprint("Board A"), make.tag("ring=early")];
  make.dynamic("Early", [early], []);
  const simulated = [...make.devices(3, { cohortId, blueprintId: board }), ...make.devices(1, { tagIds: [early] })];
  const spoken = { kind: "create-device", projectId, hardwareIds: [], tagIds: [] } as const;
  const external = [needed(act({ ...spoken, name: "a", cohortId }).deviceId)];
  return {
    projectId,
    blueprintIds: [board],
    tagIds: [early],
    deviceIds: [...simulated, ...external],
    external,
    compositions: [
      [make.artifact("main", "2.0.0")],
      [make.artifact("main", "3.0.0", { tagIds: [early] }), make.artifact("main", "3.0.0")],
      [make.artifact("modem", "2.0.0")],
    ],
  };
}

type Maker = ReturnType<typeof maker>;
type Special = {
  readonly blueprintId?: BlueprintId;
  readonly tagIds?: readonly TagId[];
  readonly requires?: Readonly<Record<string, string>>;
};

function maker({ world, act }: Stage, projectId: ProjectId) {
  return {
    blueprint: (name: string) => needed(act({ kind: "create-blueprint", projectId, name }).blueprintId),
    tag: (name: string) => needed(act({ kind: "create-tag", projectId, name }).tagId),
    dynamic: (name: string, tagIds: readonly TagId[], blueprintIds: readonly BlueprintId[]): CohortId =>
      needed(act({ kind: "create-cohort", projectId, name, filter: { tagIds, blueprintIds } }).cohortId),
    artifact: (packageId: string, version: string, rest: Special = {}) =>
      needed(act({ ...upload(projectId, packageId, version), ...rest }).artifactId),
    devices: (count: number, rest: Partial<FleetSeed>): readonly DeviceId[] => {
      const numbered = { namePrefix: "pump-", firstNumber: world.fleet.count + 1, digits: 6 };
      const versions = { main: "1.0.0", modem: "1.0.0" };
      const { firstDevice } = addFleet(world, { projectId, count, ...numbered, versions, ...rest });
      return Array.from({ length: count }, (_, at) => deviceIdAt(world.seedHash, firstDevice + at));
    },
  };
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The scene holds no such thing.");
  return value;
}
