import { minutes } from "#lib/duration.ts";
import type { Plan } from "./plan.ts";
import { phasesProblem } from "./plan-phases-problem.ts";
import { limitsProblem } from "./plan-limits-problem.ts";
import { isWhole, refused, sizeProblem } from "./plan-refusal.ts";
import type { Problem } from "./problem.ts";
import { minuteOfDay, type DeployWindow, type WindowClock } from "./window.ts";

/** Most devices that a deployment names one by one. */
const DEVICE_IDS_MAX = 1_000_000;
/** Most characters that the seed of a plan has. */
const SEED_MAX_CHARACTERS = 100;

type Judged = { readonly nowMs: number; readonly windows?: WindowClock };

/**
 * Why a plan cannot be taken: it could never finish, would halt before it starts, or says two things at once. The first
 * such field, in the order in which a reader meets them; absent: it can be taken. Source: domain.md, Plan.
 */
export function planProblem(plan: Plan, judged: Judged): Problem | undefined {
  return (
    seedProblem(plan.seed) ??
    phasesProblem(plan.phases) ??
    targetingProblem(plan.targeting) ??
    maxDevicesProblem(plan.maxDevices) ??
    sizeProblem("maxUnavailable", plan.maxUnavailable) ??
    limitsProblem(plan) ??
    timesProblem(plan, judged.nowMs) ??
    phaseTimesProblem(plan) ??
    windowProblem(plan, judged)
  );
}

function seedProblem(seed: string): Problem | undefined {
  if (seed.length >= 1 && seed.length <= SEED_MAX_CHARACTERS) return undefined;
  return refused("seed", "A seed has 1 to 100 characters.");
}

function targetingProblem(targeting: Plan["targeting"]): Problem | undefined {
  if (typeof targeting === "string") {
    if (TARGETINGS.has(targeting)) return undefined;
    return refused("targeting", "A deployment means its cohort (continuous or snapshot), or devices by id.");
  }
  const { deviceIds } = targeting;
  const refuse = (message: string) => refused("targeting.deviceIds", message);
  if (deviceIds.length === 0) return refuse("Name at least one device.");
  if (deviceIds.length > DEVICE_IDS_MAX) {
    return refuse("A deployment names at most 1,000,000 devices one by one: use a cohort instead.");
  }
  if (new Set(deviceIds).size < deviceIds.length) return refuse("Name each device once.");
  return undefined;
}

const TARGETINGS: ReadonlySet<string> = new Set(["continuous", "snapshot"]);
const START_POLICIES: ReadonlySet<string> = new Set<Plan["startPolicy"]>(["now", "after-current"]);

function maxDevicesProblem(maxDevices: number | undefined): Problem | undefined {
  if (maxDevices === undefined || isWhole(maxDevices, 1)) return undefined;
  return refused("maxDevices", "The number of devices to stop at is a whole number of at least 1.");
}

function timesProblem({ startAtMs, startPolicy, deadlineAtMs, phases }: Plan, nowMs: number): Problem | undefined {
  if (!START_POLICIES.has(startPolicy)) {
    return refused("startPolicy", "A deployment starts now or after-current.");
  }
  if (startAtMs !== undefined) {
    if (!isWhole(startAtMs, nowMs))
      return refused("startAtMs", "The start lies in the past: leave it out to start now.");
    if (startPolicy === "after-current") {
      return refused("startPolicy", "A deployment either starts at a time or after the current one.");
    }
  }
  if (deadlineAtMs === undefined) return undefined;
  const refuse = (message: string) => refused("deadlineAtMs", message);
  if (!isWhole(deadlineAtMs, 0) || deadlineAtMs <= nowMs) return refuse("The deadline lies in the past.");
  if (startAtMs !== undefined && deadlineAtMs <= startAtMs) return refuse("The deadline lies before the start.");
  const soakMinutes = phases.slice(0, -1).reduce((sum, phase) => sum + phase.soakMinutes, 0);
  if ((startAtMs ?? nowMs) + minutes(soakMinutes) >= deadlineAtMs) {
    return refuse("The soaks of the phases alone last beyond the deadline: the last phase would never open.");
  }
  return undefined;
}

/** Phases open one after the other, so neither can their times go back, nor lie beyond the deadline. */
function phaseTimesProblem({ phases, startAtMs = 0, deadlineAtMs = Infinity }: Plan): Problem | undefined {
  let earliestMs = startAtMs;
  for (const [index, { startAtMs: opensAtMs }] of phases.entries()) {
    if (opensAtMs === undefined) continue;
    const refuse = (message: string) => refused(`phases[${index}].startAtMs`, message);
    if (!isWhole(opensAtMs, 0)) return refuse("The time of a phase is an instant in whole milliseconds.");
    if (opensAtMs < earliestMs) return refuse("A phase cannot open before the start or before an earlier phase.");
    if (opensAtMs >= deadlineAtMs) return refuse("The phase would open after the deadline.");
    earliestMs = opensAtMs;
  }
  return undefined;
}

function windowProblem({ window, startAtMs, deadlineAtMs }: Plan, { nowMs, windows }: Judged): Problem | undefined {
  if (window === undefined) return undefined;
  const problem = hoursProblem(window);
  if (problem !== undefined || windows === undefined) return problem;
  if (!windows.knowsZone(window.zone)) return refused("window.zone", "No time zone has this name.");
  if (deadlineAtMs !== undefined && windows.firstOpenMs(window, startAtMs ?? nowMs) >= deadlineAtMs) {
    return refused("window", "The window does not open before the deadline.");
  }
  return undefined;
}

function hoursProblem({ days, from, to, zone }: DeployWindow): Problem | undefined {
  if (days.length === 0) return refused("window.days", "Choose at least one day.");
  if (!days.every((day) => isWhole(day, 1, 7))) return refused("window.days", "Days are 1 (Monday) to 7 (Sunday).");
  if (new Set(days).size < days.length) return refused("window.days", "Name each day once.");
  if (minuteOfDay(from) === undefined) return refused("window.from", "A time is written HH:MM, from 00:00 to 23:59.");
  if (minuteOfDay(to) === undefined) return refused("window.to", "A time is written HH:MM, from 00:00 to 23:59.");
  if (from === to) return refused("window.to", "A window ends at another time than it begins.");
  if (zone === "") return refused("window.zone", "Name the time zone, such as Europe/Berlin.");
  return undefined;
}
