import type { TargetLife } from "#domain/life.ts";
import type { LifeEvent } from "#domain/target-life.ts";
import type { RolloutState } from "./rollout-state.ts";
import { keepStep, NOTE } from "./step-columns.ts";
import { codeOf, NO_REASON } from "./target-columns.ts";

/**
 * Writes down the steps that a change of a target took: one, or with what lay between. Whatever of a target people see in
 * its row can be told from its steps, so that every instant of a rollout can be looked at again.
 */
export function keepSteps(
  rollout: RolloutState,
  row: number,
  before: TargetLife,
  after: TargetLife,
  event: LifeEvent,
  note: number,
): void {
  const { attempt } = after;
  const reason = after.reason === undefined || after.reason >= NO_REASON ? undefined : after.reason;
  const keep = (substate: TargetLife["substate"], why: number) =>
    keepStep(rollout.steps, row, codeOf(substate), attempt, reason, why, event.atMs);
  if (after.substate === before.substate && attempt === before.attempt) {
    const why = stuckNote(before, after);
    if (why !== NOTE.none || reason !== before.reason) keep(after.substate, why);
    return;
  }
  const isProven = after.substate === "confirming" || after.substate === "verified";
  if (isProven && before.phase !== "proving" && event.kind === "report") keep("verifying", NOTE.none);
  if (after.phase === "pending" && after.after !== undefined && before.phase !== "pending")
    keep(after.after, NOTE.none);
  keep(after.substate, note || noteFor(before, after, event.kind));
}

/** Said of a target that stays where it is and falls silent, or is heard of again. */
function stuckNote(before: TargetLife, after: TargetLife): number {
  if (isStuck(before) === isStuck(after)) return NOTE.none;
  return isStuck(after) ? NOTE.stuck : NOTE.heardAgain;
}

function isStuck(life: TargetLife): boolean {
  return life.phase === "fetching" && life.stuck;
}

function noteFor(before: TargetLife, after: TargetLife, kind: LifeEvent["kind"]): number {
  if (kind === "reopen") return NOTE.cameBack;
  if (kind !== "report") return NOTE.none;
  if (after.attempt > before.attempt) return NOTE.ownRetry;
  if (before.phase !== "ended") return NOTE.none;
  return after.phase === "pending" ? NOTE.drift : NOTE.late;
}
