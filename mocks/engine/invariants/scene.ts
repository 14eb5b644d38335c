import type { BlueprintId, CohortId, DeviceId, PackageId } from "#domain/ids.ts";
import { HEALTHY } from "#mocks/engine/simulation.ts";
import { stage, upload, type Stage } from "#mocks/engine/stage.ts";

/** A world small enough that everything happens to everybody: two cohorts, two boards, and devices of all kinds. */
export type Scene = {
  readonly set: Stage;
  readonly cohortIds: readonly CohortId[];
  readonly blueprintIds: readonly BlueprintId[];
  /** The devices over HTTP stand last. */
  readonly deviceIds: readonly DeviceId[];
  readonly external: readonly DeviceId[];
  readonly main: PackageId;
  /** What deployments are made of; the last version fits one board only. */
  readonly compositions: readonly (readonly string[])[];
};

/** The same for the same seed, to the last byte. */
export function openScene(seed: string): Scene {
  const set = stage({ ...HEALTHY, failPercent: 40, offlinePercent: 25 }, seed);
  const { act, projectId } = set;
  const valves = set.cohort("Valves");
  const blueprintIds = ["Board A", "Board B"].map((name) =>
    needed(act({ kind: "create-blueprint", projectId, name }).blueprintId),
  );
  const [boardA, boardB] = blueprintIds;
  const made = (packageId: string, version: string, blueprintId?: BlueprintId) =>
    needed(act({ ...upload(projectId, packageId, version), ...(blueprintId && { blueprintId }) }).artifactId);
  const two = made("main", "2.0.0");
  const three = made("main", "3.0.0");
  const modem = made("modem", "2.0.0");
  const compositions = [
    [two],
    [three],
    [made("main", "1.0.0")],
    [two, modem],
    [modem],
    [made("main", "4.0.0", boardA)],
  ];
  const simulated = [
    ...set.fleet(6, { ...(boardA && { blueprintId: boardA }) }),
    ...set.fleet(2, { ...(boardB && { blueprintId: boardB }), versions: { main: "2.0.0", modem: "1.0.0" } }),
    ...set.fleet(3, { cohortId: valves }),
  ];
  const external = [set.external("a"), set.external("b"), set.external("c", valves)];
  const [main] = [...needed(set.world.projects[0]).packages.keys()];
  return {
    set,
    cohortIds: [set.cohortId, valves],
    blueprintIds,
    deviceIds: [...simulated, ...external],
    external,
    main: needed(main),
    compositions,
  };
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The scene holds no such thing.");
  return value;
}
