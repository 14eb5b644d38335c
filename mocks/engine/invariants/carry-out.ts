import { assertNever } from "#lib/assert.ts";
import type { DeviceId } from "#domain/ids.ts";
import { planFrom } from "#domain/plan-request.ts";
import { isProblem } from "#domain/problem.ts";
import type { Command } from "#mocks/engine/command.ts";
import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import { isMarked, MARK } from "#mocks/engine/fleet.ts";
import { deviceIdAt } from "#mocks/engine/ids.ts";
import { FLAG } from "#mocks/engine/target-columns.ts";
import { FAILED } from "./codes.ts";
import { otherOf } from "./other-acts.ts";
import { pick } from "./pick.ts";
import { HOURS, PLANS } from "./plans.ts";
import type { Play } from "./play.ts";
import type { Act, ControlName } from "./random-acts.ts";
import type { Teller } from "./teller.ts";

/** Carries out one act of a story. What is refused stays undone. */
export function carryOut(play: Play, teller: Teller, act: Act): void {
  switch (act.do) {
    case "travel":
      return play.travel(act.of);
    case "deploy":
      return deploy(play, act);
    case "ask":
    case "tell":
    case "again":
    case "late":
    case "say":
      return teller(act.do, act.of, act.to);
    case "pause":
    case "resume":
    case "promote":
    case "retry":
    case "cancel":
    case "complete":
    case "hold":
    case "release":
    case "retry-one": {
      const rollout = rolloutFor(play.world, act.do, act.of);
      if (rollout === undefined) return;
      // What goes on already is stopped, so that more than refusals come of it.
      const isGoing = act.do === "resume" && rollout.stopped === undefined;
      play.act(controlOf(play, isGoing ? "pause" : act.do, rollout, act.to));
      return;
    }
    default: {
      const command = otherOf(play, act.do, act.of, act.to);
      if (command !== undefined) play.act(command);
    }
  }
}

function deploy({ scene, world, act }: Play, { of, to }: { readonly of: number; readonly to: number }): void {
  const which = of % 7 === 0 ? 1 : 0;
  const { compositions, projectId } = scene.grounds[which];
  const cohorts = [...(world.projects[which]?.cohorts.values() ?? [])].filter(({ archived }) => !archived);
  if (cohorts.length === 0) return;
  // Every other one is for the first cohort, so that deployments meet there.
  const { id: cohortId, index } = pick(cohorts, of % 2 === 0 ? 0 : Math.floor(of / 2));
  const members = membersOf(world, index);
  const composition = pick(compositions, Math.floor(of / 3));
  const plan = pick(PLANS, to)({ nowMs: world.nowMs, members });
  const artifactIds = [...(world.projects[which]?.artifacts.keys() ?? [])].filter((id) => composition.includes(id));
  const planned = planFrom(plan, { seed: "any", nowMs: world.nowMs });
  const hasHours = !isProblem(planned) && planned.window !== undefined;
  act({
    kind: "start-deployment",
    projectId,
    cohortId,
    request: { name: `Number ${world.rollouts.length}`, artifactIds, ...(plan === undefined ? {} : { plan }) },
    ...(hasHours ? { window: { open: of % 2 === 0, nextAtMs: world.nowMs + HOURS.firstMs } } : {}),
  });
}

/** The enabled members of a cohort, by index. */
function membersOf({ fleet, seedHash }: Play["world"], cohort: number): readonly DeviceId[] {
  const members: DeviceId[] = [];
  for (let device = 0; device < fleet.count; device += 1) {
    if (fleet.cohort[device] === cohort && isMarked(fleet, device, MARK.enabled))
      members.push(deviceIdAt(seedHash, device));
  }
  return members;
}

/** Where an act can be done, if there is such a rollout: what is only ever refused tells little. */
const TAKES: Readonly<Record<ControlName, (rollout: RolloutState) => boolean>> = {
  pause: ({ stopped }) => stopped === undefined,
  resume: ({ stopped }) => stopped !== undefined,
  promote: ({ pace, plan }) => pace.openPhase < plan.phases.length - 1,
  retry: (rollout) => rowsOf("retry-one", rollout).length > 0,
  "retry-one": (rollout) => rowsOf("retry-one", rollout).length > 0,
  release: (rollout) => rowsOf("release", rollout).length > 0,
  hold: () => true,
  cancel: () => true,
  complete: () => true,
};

function rolloutFor({ rollouts }: Play["world"], name: ControlName, of: number): RolloutState | undefined {
  const open = rollouts.filter((rollout) => rollout.closed === undefined && TAKES[name](rollout));
  const among = open.length > 0 ? open : rollouts;
  return among.at(-1 - (of % Math.max(1, among.length)));
}

/** The targets that an act on one of them is meant for. */
function rowsOf(name: ControlName, { pace, targets }: RolloutState): readonly number[] {
  const rows = Array.from({ length: targets.count }, (_, row) => row);
  if (name === "release")
    return rows.filter((row) => pace.held.has(row) || ((targets.flags[row] ?? 0) & FLAG.unavailable) > 0);
  if (name === "retry-one") return rows.filter((row) => FAILED.has(targets.substate[row] ?? -1));
  return rows;
}

function controlOf({ scene, world }: Play, name: ControlName, rollout: RolloutState, to: number): Command {
  const { deviceIds, projectId } = scene.grounds[rollout.project === 0 ? 0 : 1];
  const { id: deploymentId, targets } = rollout;
  const rows = rowsOf(name, rollout);
  const device = targets.device[rows[to % Math.max(1, rows.length)] ?? -1] ?? to % deviceIds.length;
  const whole = { projectId, deploymentId, reason: "Because" } as const;
  const target = { ...whole, deviceId: deviceIdAt(world.seedHash, device) } as const;
  switch (name) {
    case "pause":
      return { kind: "pause-deployment", ...whole };
    case "resume":
      return { kind: "resume-deployment", ...whole };
    case "promote":
      return { kind: "promote-deployment", ...whole };
    case "complete":
      return { kind: "complete-deployment", ...whole };
    case "cancel":
      return { kind: "cancel-deployment", ...whole, stopDownloads: to % 2 === 0 };
    case "retry": {
      const rows = rowsOf("retry-one", rollout);
      const failed = rows.map((row) => deviceIdAt(world.seedHash, targets.device[row] ?? 0));
      return {
        kind: "retry-targets",
        ...whole,
        chosen: { deviceIds: failed.length > 0 ? failed : deviceIds.slice(0, 3) },
      };
    }
    case "hold":
      return { kind: "hold-target", ...target };
    case "release":
      return { kind: "release-target", ...target };
    case "retry-one":
      return { kind: "retry-target", ...target };
    default:
      return assertNever(name, "control");
  }
}
