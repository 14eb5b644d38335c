import type { FailedSubstate } from "#domain/life.ts";
import { SUBSTATES_OF, SUBSTATES } from "#domain/target.ts";
import type { Told, WaitFacts, WaitingPhase } from "#domain/wait-facts.ts";
import { activeRollout } from "./active-rollout.ts";
import { NONE } from "./fleet.ts";
import { budgetUseOf, limitsOf } from "./gate.ts";
import type { RolloutOccurrence } from "./occurrences.ts";
import { standingOf } from "./progress.ts";
import type { RolloutState } from "./rollout-state.ts";
import { untilMsOf } from "./target-instants.ts";
import { codeOf } from "./target-columns.ts";
import type { World } from "./world.ts";

/** All that the sentences about what the target in a row waits for can say. Costs too much to be asked for at every ask. */
export function waitFactsOf(world: World, rollout: RolloutState, row: number): WaitFacts {
  const { halt, occurrences, plan, targets, window } = rollout;
  const cohort = world.cohorts[rollout.cohort];
  const frozen = cohort?.frozen;
  const before = cohort === undefined ? undefined : activeRollout(world, cohort);
  const device = targets.device[row] ?? NONE;
  const paused = toldIn(occurrences.findLast(({ what }) => what === "paused"));
  const held = toldIn(occurrences.findLast((occurrence) => occurrence.what === "held" && occurrence.device === device));
  return {
    ...(plan.startAtMs === undefined ? {} : { startsAtMs: plan.startAtMs }),
    ...(before === undefined || before === rollout ? {} : { behind: before.name }),
    ...(paused === undefined ? {} : { paused }),
    ...(halt === undefined ? {} : { halt }),
    ...(frozen === undefined ? {} : { frozen: frozenFact(frozen) }),
    ...(held === undefined ? {} : { held }),
    phase: phaseFact(world, rollout, targets.phase[row] ?? 0),
    ...(plan.window === undefined || window === undefined
      ? {}
      : { hours: { window: plan.window, turnsAtMs: window.nextAtMs } }),
    ...backoffFact(rollout, row),
    ...budgetFacts(rollout),
  };
}

function toldIn(occurrence: RolloutOccurrence | undefined): Told | undefined {
  if (occurrence === undefined || !("actor" in occurrence.by)) return undefined;
  const { by, reason } = occurrence;
  return { actor: by.actor, ...(reason === undefined ? {} : { reason }) };
}

function frozenFact({
  reason,
  untilMs,
}: {
  reason: string;
  untilMs: number | undefined;
}): WaitFacts["frozen"] & object {
  return { reason, ...(untilMs === undefined ? {} : { untilMs }) };
}

function phaseFact(world: World, rollout: RolloutState, index: number): WaitingPhase {
  const { pace, plan } = rollout;
  const phase = { index, of: plan.phases.length, name: plan.phases[index]?.name ?? "" };
  return index <= pace.openPhase ? phase : { ...phase, opens: openingOf(world, rollout, index) };
}

/** Only the phase right behind the open one waits for more than that those before it are done. */
function openingOf(world: World, rollout: RolloutState, index: number): NonNullable<WaitingPhase["opens"]> {
  const { pace, plan } = rollout;
  const after = index - 1;
  if (after > pace.openPhase) return { when: "done", after };
  const startsAtMs = plan.phases[index]?.startAtMs ?? 0;
  const standing = after < 0 ? undefined : standingOf(world, rollout, after);
  if (standing?.state === "soaking") {
    return standing.untilMs >= startsAtMs
      ? { when: "soak", after, atMs: standing.untilMs }
      : { when: "time", atMs: startsAtMs };
  }
  if (standing?.state === "ready") return { when: "promotion", after };
  if (standing === undefined || standing.state === "done") return { when: "time", atMs: startsAtMs };
  return { when: "done", after };
}

function backoffFact({ plan, targets }: RolloutState, row: number): Pick<WaitFacts, "backoff"> {
  if (targets.substate[row] !== BACKOFF) return {};
  const after = FAILED.find((failure) => failure === SUBSTATES[(targets.failure[row] ?? 0) - 1]);
  return {
    backoff: {
      attempt: targets.attempt[row] ?? 0,
      maxAttempts: plan.retry.maxAttempts,
      ...(after === undefined ? {} : { after }),
      untilMs: untilMsOf(targets.instants, row) ?? 0,
    },
  };
}

function budgetFacts(rollout: RolloutState): Pick<WaitFacts, "slots" | "unavailable"> {
  const limits = limitsOf(rollout);
  const { confirming, inFlight, silent, unavailable, verified } = budgetUseOf(rollout, rollout.pace.woken);
  // Who was told of a slot that another one took meanwhile takes none.
  const taken = Math.max(inFlight - rollout.pace.woken, Math.min(inFlight, limits.inFlight));
  const isCapped = inFlight < limits.inFlight && verified + inFlight + confirming >= limits.verified;
  return {
    slots: { taken, of: limits.inFlight, ...(isCapped ? { most: limits.verified } : {}) },
    unavailable: { taken: unavailable, mayBecome: inFlight + confirming - silent, of: limits.unavailable },
  };
}

const BACKOFF = codeOf("backoff");
const FAILED: readonly FailedSubstate[] = SUBSTATES_OF.failed;
