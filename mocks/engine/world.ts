import { fnv1a } from "#lib/hash.ts";
import type { ProjectId } from "#domain/ids.ts";
import type { Organization } from "#domain/project.ts";
import { NO_FAULTS, type Faults } from "#domain/world.ts";
import type { DeviceMoment } from "./device-moments.ts";
import { newDeviceNames, type DeviceNames } from "./device-names.ts";
import { newFleet, type Fleet } from "./fleet.ts";
import { mintedId } from "./ids.ts";
import { newInterner, type Interner } from "./interner.ts";
import { newTargetOrders, type TargetOrders } from "./target-orders.ts";
import { newMoveLog, type MoveLog } from "./move-log.ts";
import type { PendingMove } from "./pending-moves.ts";
import type { CohortState, ProjectState } from "./project-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import { newSchedule, type Schedule } from "./schedule.ts";
import type { DelayedReport } from "./send-report.ts";
import { HEALTHY, type Simulation } from "./simulation.ts";

/** What a world is made from. `epochMs` is its first instant. */
export type WorldOptions = {
  readonly name: string;
  readonly seed: string;
  readonly epochMs: number;
  readonly organizationName?: string;
  /** Absent: a fleet in ordinary health. */
  readonly simulation?: Simulation;
};

/**
 * The whole backend and its fleet at one instant. Only the engine changes it: `execute` and `advance`. The same options
 * and the same commands at the same instants make the same world. Source: contract.md, Clocks and the log.
 */
export type World = {
  readonly name: string;
  readonly seed: string;
  readonly seedHash: number;
  readonly epochMs: number;
  nowMs: number;
  /** How many things have got an id so far. */
  minted: number;
  /** How many events have happened by themselves. */
  happened: number;
  /** How many messages of devices were taken in: asks, reports, requests for bytes. */
  messages: number;
  /** How many time limits of targets came. */
  timeLimits: number;
  organization: Organization;
  readonly projects: ProjectState[];
  readonly projectsById: Map<ProjectId, ProjectState>;
  readonly cohorts: CohortState[];
  readonly rollouts: RolloutState[];
  readonly fleet: Fleet;
  readonly names: DeviceNames;
  /** Versions and targets as devices and artifacts name them. */
  readonly texts: Interner;
  readonly schedule: Schedule;
  simulation: Simulation;
  faults: Faults;
  faultsSinceMs: number;
  /** Reports on their way that are heard after the next one, by device. */
  readonly delayed: Map<number, DelayedReport>;
  /** Changes of cohort that are still to come, by device. */
  readonly moves: Map<number, PendingMove>;
  /** Changes of cohort that came about. */
  readonly moveLog: MoveLog;
  /** How devices were before people changed them, in order. */
  readonly deviceMoments: DeviceMoment[];
  /** Permutations handed out to who pages through targets; no part of what the world is. */
  readonly orders: TargetOrders;
};

/** A world with one organization and nothing else. */
export function openWorld({ name, seed, epochMs, organizationName, simulation }: WorldOptions): World {
  const seedHash = fnv1a(seed);
  return {
    name,
    seed,
    seedHash,
    epochMs,
    nowMs: epochMs,
    minted: 1,
    happened: 0,
    messages: 0,
    timeLimits: 0,
    organization: {
      id: mintedId("organization", seedHash, 0),
      name: organizationName ?? "Organization",
      createdAtMs: epochMs,
    },
    projects: [],
    projectsById: new Map(),
    cohorts: [],
    rollouts: [],
    fleet: newFleet(),
    names: newDeviceNames(),
    texts: newInterner(),
    schedule: newSchedule(),
    simulation: simulation ?? HEALTHY,
    faults: NO_FAULTS,
    faultsSinceMs: epochMs,
    delayed: new Map(),
    moves: new Map(),
    moveLog: newMoveLog(),
    deviceMoments: [],
    orders: newTargetOrders(),
  };
}

/** The number of the next thing that gets an id. */
export function nextMinted(world: World): number {
  const counter = world.minted;
  world.minted += 1;
  return counter;
}
