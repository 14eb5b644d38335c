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
  if (after.substate === before.substate && after.attempt === before.attempt) {
    const why = stuckNote(before, after);
    if (why !== NOTE.none || reasonOf(after) !== before.reason) keep(rollout, row, after, after.substate, why, event);
    return;
  }
  const isProven = after.substate === "confirming" || after.substate === "verified";
  if (isProven && before.phase !== "proving" && event.kind === "report") {
    keep(rollout, row, after, "verifying", NOTE.none, event);
  }
  if (after.phase === "pending" && after.after !== undefined && before.phase !== "pending") {
    keep(rollout, row, after, after.after, NOTE.none, event);
  }
  keep(rollout, row, after, after.substate, note || noteFor(before, after, event.kind), event);
}

function keep(
  { steps }: RolloutState,
  row: number,
  life: TargetLife,
  substate: TargetLife["substate"],
  note: number,
  { atMs }: LifeEvent,
): void {
  keepStep(steps, row, codeOf(substate), life.attempt, reasonOf(life), note, atMs);
}

function reasonOf({ reason }: TargetLife): number | undefined {
  return reason === undefined || reason >= NO_REASON ? undefined : reason;
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
