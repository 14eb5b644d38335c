import { assertNever } from "#lib/assert.ts";
import { hours } from "#lib/duration.ts";
import { planFrom } from "#domain/plan-request.ts";
import { isProblem } from "#domain/problem.ts";
import { NO_FAULTS } from "#domain/world.ts";
import type { Command } from "#mocks/engine/command.ts";
import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import { deviceIdAt } from "#mocks/engine/ids.ts";
import { FLAG } from "#mocks/engine/target-columns.ts";
import { FAILED } from "./codes.ts";
import { HOURS, PLANS } from "./plans.ts";
import type { Play } from "./play.ts";
import type { Act } from "./random-acts.ts";
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
      if (rollout !== undefined) play.act(controlOf(play, act.do, rollout, act.to));
      return;
    }
    default: {
      const command = otherOf(play, act.do, act.of, act.to);
      if (command !== undefined) play.act(command);
    }
  }
}

function deploy({ scene, world, act }: Play, { of, to }: { readonly of: number; readonly to: number }): void {
  const { set, cohortIds, compositions, deviceIds } = scene;
  const cohortId = pick(cohortIds, of % 3 === 0 ? 1 : 0);
  const cohort = world.cohorts.findIndex(({ id }) => id === cohortId);
  const members = deviceIds.filter((_, device) => world.fleet.cohort[device] === cohort && isEnabled(world, device));
  const composition = pick(compositions, Math.floor(of / 3));
  const plan = pick(PLANS, to)({ nowMs: world.nowMs, members });
  const artifactIds = [...(world.projects[0]?.artifacts.keys() ?? [])].filter((id) => composition.includes(id));
  const planned = planFrom(plan, { seed: "any", nowMs: world.nowMs });
  const hasHours = !isProblem(planned) && planned.window !== undefined;
  act({
    kind: "start-deployment",
    projectId: set.projectId,
    cohortId,
    request: { name: `Number ${world.rollouts.length}`, artifactIds, ...(plan === undefined ? {} : { plan }) },
    ...(hasHours ? { window: { open: of % 2 === 0, nextAtMs: world.nowMs + HOURS.firstMs } } : {}),
  });
}

type ControlName = "pause" | "resume" | "promote" | "retry" | "cancel" | "complete" | "hold" | "release" | "retry-one";

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
  const { deviceIds, set } = scene;
  const { id: deploymentId, targets } = rollout;
  const rows = rowsOf(name, rollout);
  const device = targets.device[rows[to % Math.max(1, rows.length)] ?? -1] ?? to % deviceIds.length;
  const whole = { projectId: set.projectId, deploymentId, reason: "Because" } as const;
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

type OtherName = Exclude<Act["do"], ControlName | "travel" | "deploy" | "ask" | "tell" | "again" | "late" | "say">;

function otherOf({ scene, world }: Play, name: OtherName, of: number, to: number): Command | undefined {
  const { cohortIds, deviceIds, blueprintIds, set } = scene;
  const { projectId } = set;
  const deviceId = pick(deviceIds, of);
  const thawn = name === "unfreeze" ? world.cohorts.find(({ frozen }) => frozen !== undefined)?.id : undefined;
  const ofCohort = { projectId, cohortId: thawn ?? pick(cohortIds, of), reason: "The fair" } as const;
  const placed = { kind: "assign-devices", projectId, deviceIds: [deviceId, pick(deviceIds, of * 7 + to)] } as const;
  const changed = { kind: "update-device", projectId, deviceId } as const;
  switch (name) {
    case "freeze":
      return { kind: "freeze-cohort", ...ofCohort, ...(to === 0 ? {} : { untilMs: world.nowMs + hours(to) }) };
    case "unfreeze":
      return { kind: "unfreeze-cohort", ...ofCohort };
    case "protect":
    case "unprotect":
      return { kind: `${name}-cohort`, ...ofCohort };
    case "move":
      return { ...placed, cohortId: pick(cohortIds, to) };
    case "move-later":
      return { ...placed, cohortId: pick(cohortIds, to), effectiveAtMs: world.nowMs + hours(1 + (to % 4)) };
    case "leave":
      return { ...placed, cohortId: undefined };
    case "disable":
    case "enable":
      return { ...changed, change: { enabled: name === "enable" } };
    case "rebuild":
      return { ...changed, change: { blueprintId: pick(blueprintIds, to) } };
    case "delete":
      return { kind: "delete-device", projectId, deviceId };
    case "yank":
    case "unyank": {
      const artifactId = pick([...(world.projects[0]?.artifacts.keys() ?? [])], to);
      return { kind: `${name}-artifact`, projectId, artifactId, reason: "A leak" };
    }
    case "fault": {
      const spoilt = of % 2 === 0 ? { duplicatePercent: to, reorderPercent: to } : { offlinePercent: to };
      return { kind: "set-faults", faults: { ...NO_FAULTS, ...spoilt } };
    }
    default:
      return assertNever(name, "act");
  }
}

function isEnabled({ fleet }: Play["world"], device: number): boolean {
  return ((fleet.marks[device] ?? 0) & 1) !== 0;
}

/** One of those there are, whatever the number. */
function pick<T>(from: readonly T[], at: number): T {
  const found = from[at % from.length];
  if (found === undefined) throw new Error("There is nothing to choose from.");
  return found;
}
