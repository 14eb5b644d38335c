import { minutes } from "#lib/duration.ts";
import { assertNever } from "#lib/assert.ts";
import { failed } from "./life-failure.ts";
import { ended, type LifeIn, type LifeRules, type TargetLife } from "./life.ts";

/**
 * When a target changes by the clock alone if nothing is heard of it, in world ms; Infinity: never.
 * Calling `applyTick` at that instant makes the change. Source: domain.md, Timeouts; From reports to substates.
 */
export function dueMs(life: TargetLife, rules: LifeRules): number {
  switch (life.phase) {
    case "pending":
      return life.substate === "backoff" ? (life.untilMs ?? Infinity) : Infinity;
    case "fetching":
      return Math.min(stallDueMs(life, rules), attemptDueMs(life, rules));
    case "installing":
      return Math.min(installingDueMs(life, rules), attemptDueMs(life, rules));
    case "proving":
      return life.substate === "confirming"
        ? life.sinceMs + minutes(rules.timeouts.confirmMinutes)
        : Math.min(lostDueMs(life, rules), attemptDueMs(life, rules));
    case "ended":
      return Infinity;
    default:
      return assertNever(life, "target phase");
  }
}

/**
 * How long a device may be silent, in ms: after UPDATING before it is lost, in any attempt before it counts as
 * unavailable. Source: domain.md, Timeouts; Two budgets.
 */
export function verifyTimeoutMs({ timeouts, heartbeatMs }: LifeRules): number {
  return Math.max(minutes(timeouts.verify.minutes), timeouts.verify.heartbeats * heartbeatMs);
}

/** The target at `atMs` when nothing was heard of it until then. Makes one change at most: the one that is due. */
export function applyTick(life: TargetLife, atMs: number, rules: LifeRules): TargetLife {
  if (atMs < dueMs(life, rules)) return life;
  switch (life.phase) {
    case "pending":
      return { ...life, substate: "waiting-offline", untilMs: undefined, sinceMs: atMs };
    case "fetching":
      return silentWhileFetching(life, atMs, rules);
    case "installing":
      return silentWhileInstalling(life, atMs, rules);
    case "proving":
      if (life.substate === "confirming") return ended(life, "verified", atMs);
      return failed(life, atMs < lostDueMs(life, rules) ? "timed-out" : "lost", undefined, atMs, rules);
    case "ended":
      return life;
    default:
      return assertNever(life, "target phase");
  }
}

function silentWhileFetching(life: LifeIn<"fetching">, atMs: number, rules: LifeRules): TargetLife {
  const outOfTime = atMs >= attemptDueMs(life, rules);
  if (outOfTime || life.stuck) return failed(life, "timed-out", undefined, atMs, rules);
  return { ...life, stuck: true };
}

/** Silence from UPDATING on is judged by the verify timeout; the install timeout is for a device that still reports. */
function silentWhileInstalling(life: LifeIn<"installing">, atMs: number, rules: LifeRules): TargetLife {
  if (atMs >= lostDueMs(life, rules)) return failed(life, "lost", undefined, atMs, rules);
  const installs = life.substate === "installing";
  if (atMs >= attemptDueMs(life, rules) || (installs && atMs >= installDueMs(life, rules))) {
    return failed(life, "timed-out", undefined, atMs, rules);
  }
  return installs ? { ...life, substate: "rebooting", sinceMs: atMs } : life;
}

function installingDueMs(life: LifeIn<"installing">, rules: LifeRules): number {
  const lost = lostDueMs(life, rules);
  if (life.substate === "rebooting") return lost;
  return Math.min(lost, life.contactAtMs + rules.heartbeatMs, installDueMs(life, rules));
}

function installDueMs(life: LifeIn<"installing">, { timeouts }: LifeRules): number {
  return life.contactAtMs > life.sinceMs ? life.sinceMs + minutes(timeouts.installMinutes) : Infinity;
}

function stallDueMs(life: LifeIn<"fetching">, { timeouts }: LifeRules): number {
  return life.contactAtMs + minutes(timeouts.stallMinutes) * (life.stuck ? 2 : 1);
}

function lostDueMs(life: TargetLife, rules: LifeRules): number {
  return life.contactAtMs + verifyTimeoutMs(rules);
}

function attemptDueMs(life: TargetLife, { timeouts }: LifeRules): number {
  return life.startedAtMs + minutes(timeouts.attemptMinutes);
}
