import type { CohortId, DeploymentId, DeviceId, PackageId, ProjectId } from "#domain/ids.ts";
import { isProblem } from "#domain/problem.ts";
import { hours, minutes } from "#lib/duration.ts";
import { addFleet } from "#mocks/engine/add-fleet.ts";
import { advance } from "#mocks/engine/advance.ts";
import type { Command } from "#mocks/engine/command.ts";
import { execute } from "#mocks/engine/execute.ts";
import type { Facts } from "#mocks/engine/facts.ts";
import { deviceIdAt } from "#mocks/engine/ids.ts";
import { HEALTHY } from "#mocks/engine/simulation.ts";
import { openWorld, type World } from "#mocks/engine/world.ts";

/** A world to measure: one cohort with every device, of four kinds, that ran one package when it began. */
export type BenchFleet = {
  readonly world: World;
  readonly projectId: ProjectId;
  /** Carries a command out at an instant of the world. */
  readonly act: (command: Command, atMs: number) => Facts["facts"];
  /** Starts a deployment of a version of the one package, now. */
  readonly deploy: (version: string) => DeploymentId;
  readonly deviceIds: (count: number) => readonly DeviceId[];
};

const SEED = "bench";
const EPOCH_MS = Date.UTC(2026, 0, 5, 8);
const ACTOR = "bench";
const KINDS = ["north", "east", "south", "west"] as const;
const MAIN = packageNamed("main");

/** Builds it. Devices are in ordinary health: 3 % have trouble with a deployment, 8 % come and go. */
export function benchFleet(devices: number): BenchFleet {
  const world = openWorld({ name: "bench", seed: SEED, epochMs: EPOCH_MS, simulation: HEALTHY });
  const act: BenchFleet["act"] = (command, atMs) => {
    const outcome = execute(world, command, { actor: ACTOR, atMs });
    if (isProblem(outcome)) throw new Error(`${command.kind}: ${outcome.message}`);
    return outcome.facts;
  };
  const now = (command: Command): Facts["facts"] => act(command, EPOCH_MS);
  const projectId = needed(now({ kind: "create-project", name: "Bench" }).projectId);
  now({ kind: "create-package", projectId, packageId: MAIN, main: true });
  const cohortId = needed(now({ kind: "create-cohort", projectId, name: "Everywhere" }).cohortId);
  KINDS.forEach((kind, at) => {
    const blueprintId = needed(now({ kind: "create-blueprint", projectId, name: kind }).blueprintId);
    const tagIds = [needed(now({ kind: "create-tag", projectId, name: `site=${kind}` }).tagId)];
    const count = Math.floor(devices / KINDS.length) + (at < devices % KINDS.length ? 1 : 0);
    const versions = { main: { "1.0.0": 9, "0.9.0": 1 } };
    if (count === 0) return;
    addFleet(world, { projectId, cohortId, count, namePrefix: `${kind}-`, tagIds, blueprintId, versions });
  });
  return {
    world,
    projectId,
    act,
    deploy: (version) => {
      const deployed = act(deployment(act, projectId, cohortId, version, world.nowMs), world.nowMs);
      return needed(deployed.deploymentId);
    },
    deviceIds: (count) => Array.from({ length: Math.min(count, devices) }, (_, at) => deviceIdAt(world.seedHash, at)),
  };
}

/** A day of a log: two deployments to all, twelve hours apart, and the words of 1,000 devices over HTTP in between. */
export function replayDay({ world, act, deploy, deviceIds }: BenchFleet): void {
  deploy("2.0.0");
  deviceIds(1_000).forEach((deviceId, at) => {
    const report = { packageId: MAIN, state: 0, reason: 0, version: "1.0.0" };
    act({ kind: "report", deviceId, report }, EPOCH_MS + hours(6) + at * 1_000);
    act({ kind: "ask", deviceId }, EPOCH_MS + hours(6) + at * 1_000 + 500);
  });
  advance(world, EPOCH_MS + hours(12));
  deploy("3.0.0");
  advance(world, EPOCH_MS + hours(24) - minutes(1));
}

function deployment(
  act: BenchFleet["act"],
  projectId: ProjectId,
  cohortId: CohortId,
  version: string,
  atMs: number,
): Command {
  const artifact = {
    kind: "create-artifact",
    projectId,
    packageId: MAIN,
    version,
    tagIds: [],
    requires: {},
    sizeBytes: 412_000,
    sha256: version,
    type: "default",
    content: { kind: "stored" },
  } as const;
  const artifactId = needed(act(artifact, atMs).artifactId);
  return { kind: "start-deployment", projectId, cohortId, request: { name: version, artifactIds: [artifactId] } };
}

function packageNamed(name: string): PackageId {
  return name as PackageId;
}

function needed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("The bench's world holds no such thing.");
  return value;
}
