import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import type { CohortId, DeploymentId, DeviceId } from "#domain/ids.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import type { Counts, TargetRow } from "#domain/target.ts";
import { cohortOf } from "./read-cohorts.ts";
import { deploymentOf } from "./read-deployments.ts";
import { listDevices } from "./read-devices.ts";
import { targetOf } from "./read-target.ts";
import { listTargets } from "./read-targets.ts";
import { FLAWLESS, HEALTHY } from "./simulation.ts";
import { stage, upload, type Stage } from "./stage.ts";
import { worldAt } from "./world-at.ts";
import type { World } from "./world.ts";

const PLANS: readonly (PlanRequest | undefined)[] = [
  undefined,
  { preset: "standard" },
  { preset: "urgent" },
  { preset: "careful", targeting: "snapshot" },
  { preset: "urgent", maxDevices: 6, startPolicy: "after-current" },
];

/** Something that somebody or the clock does; numbers choose among what there is. */
const ACT = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("travel" as const), of: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("deploy" as const), of: fc.nat(9) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("pause" as const, "resume" as const, "promote" as const, "cancel" as const),
      of: fc.nat(9),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom("hold" as const, "release" as const, "retry" as const), of: fc.nat() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("freeze" as const, "unfreeze" as const), of: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("move" as const), of: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("disable" as const, "enable" as const), of: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("rename" as const, "label" as const, "delete" as const), of: fc.nat() }),
  },
);
type Act = typeof ACT extends fc.Arbitrary<infer T> ? T : never;

const TRAVELS = [seconds(3), seconds(40), minutes(6), hours(3)];

test("what is told of an instant is what could be read at that instant", () => {
  fc.assert(
    fc.property(fc.array(ACT, { minLength: 1, maxLength: 60, size: "max" }), fc.nat(1_000), (acts, seed) => {
      const set = stage({ ...HEALTHY, failPercent: 30, offlinePercent: 20 }, `seed ${seed}`);
      const cohorts = [set.cohortId, set.cohort("Valves")];
      const devices = [...set.fleet(25), ...set.fleet(8, { cohortId: cohorts[1]! })];
      for (const name of ["eu", "pilot"]) set.act({ kind: "create-tag", projectId: set.projectId, name });
      set.act({ kind: "create-blueprint", projectId: set.projectId, name: "rev C" });
      for (const version of ["2.0.0", "3.0.0", "1.0.0"]) set.act(upload(set.projectId, "main", version));
      const seen: Seen[] = [];
      for (const act of acts) {
        carryOut(set, cohorts, devices, act);
        seen.push(...seenNow(set, cohorts));
        // What is told of an instant is how it stood at its end.
        set.travel(1);
      }
      for (const { atMs, cohortId, deploymentId, view } of seen) {
        const past = accepted(worldAt(set.world, { projectId: set.projectId, cohortId, deploymentId }, atMs));
        expect(viewOf(past, set, cohortId, deploymentId)).toEqual(view);
      }
    }),
    { numRuns: 40, seed: 1 },
  );
});

describe("what is asked of the past", () => {
  test("lies between its beginning and now", () => {
    const { world, projectId, cohortId, deploy, travel, fleet } = stage();
    fleet(1);
    travel(hours(1));
    const deploymentId = deploy({ main: "2.0.0" });
    travel(hours(1));
    const at = (atMs: number, named = true) =>
      worldAt(world, { projectId, cohortId, ...(named ? { deploymentId } : {}) }, atMs);
    const { epochMs, nowMs } = world;
    expect(at(nowMs + 1)).toEqual({ problem: "invalid", field: "at", message: "This instant is still to come." });
    expect(at(epochMs + hours(1) - 1)).toMatchObject({ problem: "invalid", field: "at" });
    expect(at(epochMs - 1, false)).toMatchObject({ problem: "invalid", field: "at" });
    expect([at(nowMs), at(epochMs + hours(1)), at(epochMs, false)].some(isProblem)).toBe(false);
  });

  test("is about a cohort and deployment that there are", () => {
    const { world, projectId, cohort, deploy } = stage();
    const other = cohort("Valves");
    const deploymentId = deploy({ main: "2.0.0" });
    const nobody = "000000000000000000000000" as never;
    expect(worldAt(world, { projectId, cohortId: nobody }, world.nowMs)).toMatchObject({ problem: "not-found" });
    expect(worldAt(world, { projectId, cohortId: other, deploymentId }, world.nowMs)).toMatchObject({
      problem: "not-found",
    });
  });
});

test("a device that fell silent is stuck until it was heard of again", () => {
  const { world, projectId, cohortId, ask, deploy, external, travel } = stage();
  const device = external("a");
  const deploymentId = deploy({ main: "2.0.0" });
  ask(device);
  travel(minutes(20));
  ask(device);
  travel(minutes(5));
  const stuckAt = (afterMs: number) => {
    const past = accepted(worldAt(world, { projectId, cohortId, deploymentId }, world.epochMs + afterMs));
    return deploymentOf(past, projectId, deploymentId)!.counts.stuck;
  };
  expect([minutes(14), minutes(16), minutes(19), minutes(21)].map(stuckAt)).toEqual([0, 1, 1, 0]);
});

test("of a target only the attempts are told that it had by then", () => {
  const { world, projectId, cohortId, deploy, fleet, travel } = stage({
    ...FLAWLESS,
    correlated: [{ failPercent: 100, kind: "install-refused" }],
  });
  const [device] = fleet(1);
  const deploymentId = deploy({ main: "2.0.0" });
  travel(hours(3));
  const attemptsAt = (afterMs: number) => {
    const past = accepted(worldAt(world, { projectId, cohortId, deploymentId }, world.epochMs + afterMs));
    return targetOf(past, projectId, deploymentId, device!)!.attempts.map(({ steps }) => steps.at(-1)!.substate);
  };
  expect([0, minutes(3), hours(3)].map(attemptsAt)).toEqual([
    [],
    ["backoff"],
    ["waiting-offline", "waiting-offline", "install-failed"],
  ]);
});

type Seen = {
  readonly atMs: number;
  readonly cohortId: CohortId;
  readonly deploymentId: DeploymentId;
  readonly view: ReturnType<typeof viewOf>;
};

function seenNow(set: Stage, cohorts: readonly CohortId[]): readonly Seen[] {
  const { world, projectId } = set;
  return world.rollouts.map((rollout) => {
    const cohortId = cohorts.find((id) => cohortOf(world, projectId, id) && world.cohorts[rollout.cohort]?.id === id)!;
    return { atMs: world.nowMs, cohortId, deploymentId: rollout.id, view: viewOf(world, set, cohortId, rollout.id) };
  });
}

/** All that can be had of the past; see rollout-at.ts for what cannot. */
function viewOf(world: World, { projectId }: Stage, cohortId: CohortId, deploymentId: DeploymentId) {
  const { activeDeployment, updatedAtMs: _moves, ...cohort } = cohortOf(world, projectId, cohortId)!;
  const { counts, controlRevision: _tag, phases, ...deployment } = deploymentOf(world, projectId, deploymentId)!;
  const targets = listTargets(world, projectId, deploymentId, { page: 0, perPage: 100 });
  const members = listDevices(world, projectId, { page: 0, perPage: 100, filter: { cohortId } });
  return {
    nowMs: world.nowMs,
    cohort: { ...cohort, active: activeDeployment?.id, state: activeDeployment?.state },
    members: members.list.map(({ blueprintId, enabled, hardwareIds, id, name, tagIds, updatedAtMs }) => {
      return { blueprintId, enabled, hardwareIds, id, name, tagIds, updatedAtMs };
    }),
    deployment,
    phases: phases?.map(({ startedAtMs, state }) => ({ startedAtMs, state })),
    counts: countsView(counts),
    rows: accepted(targets!).list.map(rowView),
  };
}

/** Who is told next cannot be had, so that slot, budget and device are one wait. */
const READY: ReadonlySet<string> = new Set(["waiting-slot", "waiting-budget", "waiting-offline"]);

function rowView({ name, substate, stuck, attempt, sinceMs, reason }: TargetRow) {
  return { name, substate: READY.has(substate) ? "ready" : substate, stuck, attempt, sinceMs, reason };
}

function countsView({ total, buckets, substates, stuck }: Counts) {
  const others = Object.entries(substates).filter(([substate]) => !READY.has(substate));
  return { total, buckets, stuck, others: Object.fromEntries(others) };
}

function accepted<T extends object>(answer: T | Problem): T {
  if (isProblem(answer)) throw new Error(`${answer.field}: ${answer.message}`);
  return answer;
}

function carryOut(set: Stage, cohorts: readonly CohortId[], devices: readonly DeviceId[], act: Act): void {
  const { attempt, projectId, world } = set;
  const deploymentId = world.rollouts[act.of % Math.max(1, world.rollouts.length)]?.id;
  const deviceId = devices[act.of % devices.length]!;
  const cohortId = cohorts[act.of % 2]!;
  const reason = "Because.";
  switch (act.do) {
    case "travel":
      return set.travel(TRAVELS[act.of]!);
    case "deploy": {
      const plan = PLANS[act.of % PLANS.length];
      const artifactIds = [[...world.projects[0]!.artifacts.keys()][act.of % 3]!];
      const request = { name: "Next", artifactIds, ...(plan === undefined ? {} : { plan }) };
      return void attempt({ kind: "start-deployment", projectId, cohortId, request });
    }
    case "pause":
    case "resume":
    case "promote":
      if (deploymentId !== undefined) attempt({ kind: `${act.do}-deployment`, projectId, deploymentId, reason });
      return;
    case "cancel":
      if (deploymentId !== undefined)
        attempt({ kind: "cancel-deployment", projectId, deploymentId, stopDownloads: act.of % 2 === 0 });
      return;
    case "hold":
    case "release":
    case "retry": {
      const known = world.rollouts.findLast(({ closed }) => closed === undefined)?.id;
      if (known !== undefined) attempt({ kind: `${act.do}-target`, projectId, deploymentId: known, deviceId });
      return;
    }
    case "freeze":
      return void attempt({ kind: "freeze-cohort", projectId, cohortId, reason });
    case "unfreeze":
      return void attempt({ kind: "unfreeze-cohort", projectId, cohortId });
    case "move":
      return void attempt({ kind: "assign-devices", projectId, cohortId: cohorts[act.of % 3], deviceIds: [deviceId] });
    case "disable":
    case "enable":
      return void attempt({ kind: "update-device", projectId, deviceId, change: { enabled: act.do === "enable" } });
    case "rename": {
      const change = { name: `renamed ${act.of % 7}`, hardwareIds: [`hardware ${act.of}`] };
      return void attempt({ kind: "update-device", projectId, deviceId, change });
    }
    case "label": {
      const { blueprints, tags } = world.projectsById.get(projectId)!;
      const change = {
        tagIds: [...tags.keys()].slice(act.of % 3),
        blueprintId: [...blueprints.keys(), null][act.of % 2]!,
      };
      return void attempt({ kind: "update-device", projectId, deviceId, change });
    }
    case "delete":
      return void (act.of % 5 === 0 && attempt({ kind: "delete-device", projectId, deviceId }));
  }
}
