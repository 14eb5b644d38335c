import { assertNever } from "#lib/assert.ts";
import type { EndedSubstate, FailedSubstate, PendingSubstate, TargetLife } from "#domain/life.ts";
import { SUBSTATES, SUBSTATES_OF, type Substate } from "#domain/target.ts";
import { codeOf, countTarget, FLAG, NO_REASON, touchRow, type TargetColumns } from "./target-columns.ts";
import { INSTANT, instantAt, setInstant, setUntilMs, untilMsOf } from "./target-instants.ts";

const INTEGRITY_MASK = 0x30;
const PACE_FLAGS = FLAG.unavailable | FLAG.woken;

/** The target in a row as the rules know it. Written out field by field: this runs several times an event. */
export function lifeAt(targets: TargetColumns, row: number): TargetLife {
  const code = targets.substate[row] ?? 0;
  const substate: Substate = SUBSTATES[code] ?? "waiting-offline";
  const flags = targets.flags[row] ?? 0;
  const reasonCode = targets.reason[row] ?? NO_REASON;
  const attempt = targets.attempt[row] ?? 0;
  const sinceMs = instantAt(targets.instants, row, INSTANT.since);
  const startedAtMs = instantAt(targets.instants, row, INSTANT.started);
  const contactAtMs = instantAt(targets.instants, row, INSTANT.contact);
  const integrityFailures = (flags & INTEGRITY_MASK) >> 4;
  const reason = reasonCode === NO_REASON ? undefined : reasonCode;
  const oldVersionOnce = (flags & FLAG.oldVersionOnce) !== 0;
  switch (substate) {
    case "offered":
    case "downloading":
    case "downloaded": {
      const stuck = (flags & FLAG.stuck) !== 0;
      return {
        phase: "fetching",
        substate,
        stuck,
        attempt,
        sinceMs,
        startedAtMs,
        contactAtMs,
        integrityFailures,
        reason,
      };
    }
    case "installing":
    case "rebooting": {
      const idle = idleOf(flags);
      return {
        phase: "installing",
        substate,
        idle,
        attempt,
        sinceMs,
        startedAtMs,
        contactAtMs,
        integrityFailures,
        reason,
      };
    }
    case "verifying":
    case "confirming":
      return {
        phase: "proving",
        substate,
        oldVersionOnce,
        attempt,
        sinceMs,
        startedAtMs,
        contactAtMs,
        integrityFailures,
        reason,
      };
    default: {
      if (!isPending(substate, code)) {
        return {
          phase: "ended",
          substate,
          oldVersionOnce,
          attempt,
          sinceMs,
          startedAtMs,
          contactAtMs,
          integrityFailures,
          reason,
        };
      }
      const untilMs = untilMsOf(targets.instants, row);
      const after = failureAt(targets, row);
      return {
        phase: "pending",
        substate,
        untilMs,
        after,
        attempt,
        sinceMs,
        startedAtMs,
        contactAtMs,
        integrityFailures,
        reason,
      };
    }
  }
}

/** Writes a target into its row and moves the counts; the row's revision grows. */
export function putLife(targets: TargetColumns, row: number, life: TargetLife): void {
  const before = targets.substate[row] ?? 0;
  const code = codeOf(life.substate);
  const wasStuck = ((targets.flags[row] ?? 0) & FLAG.stuck) !== 0;
  const isStuck = life.phase === "fetching" && life.stuck;
  const phase = targets.phase[row] ?? 0;
  countTarget(targets, phase, before, -1);
  countTarget(targets, phase, code, 1);
  if (wasStuck !== isStuck) targets.stuckCount += isStuck ? 1 : -1;
  store(targets, row, life, code);
}

/** Ends a waiting target in its row, as `putLife` would: only since when, and how, is new of it. */
export function endWaitingRow(targets: TargetColumns, row: number, code: number, atMs: number): void {
  const phase = targets.phase[row] ?? 0;
  countTarget(targets, phase, targets.substate[row] ?? 0, -1);
  countTarget(targets, phase, code, 1);
  targets.substate[row] = code;
  targets.failure[row] = 0;
  setUntilMs(targets.instants, row, undefined);
  setInstant(targets.instants, row, INSTANT.since, atMs);
  touchRow(targets, row);
}

function store(targets: TargetColumns, row: number, life: TargetLife, code: number): void {
  const waited = (targets.substate[row] ?? 0) < PENDING_CODES;
  if (life.phase === "pending") setUntilMs(targets.instants, row, life.untilMs);
  else if (waited) setUntilMs(targets.instants, row, undefined);
  targets.substate[row] = code;
  targets.attempt[row] = life.attempt;
  targets.reason[row] = life.reason === undefined || life.reason >= NO_REASON ? NO_REASON : life.reason;
  targets.flags[row] = flagsOf(life) | ((targets.flags[row] ?? 0) & PACE_FLAGS);
  setInstant(targets.instants, row, INSTANT.since, life.sinceMs);
  setInstant(targets.instants, row, INSTANT.started, life.startedAtMs);
  setInstant(targets.instants, row, INSTANT.contact, life.contactAtMs);
  targets.failure[row] = life.phase === "pending" && life.after !== undefined ? codeOf(life.after) + 1 : 0;
  touchRow(targets, row);
}

function flagsOf(life: TargetLife): number {
  const integrity = Math.min(life.integrityFailures, 3) * FLAG.integrity;
  switch (life.phase) {
    case "pending":
      return integrity;
    case "fetching":
      return integrity | (life.stuck ? FLAG.stuck : 0);
    case "installing":
      if (life.idle === "none") return integrity;
      return integrity | (life.idle === "with-target" ? FLAG.idleWithTarget : FLAG.idleOldVersion);
    case "proving":
    case "ended":
      return integrity | (life.oldVersionOnce ? FLAG.oldVersionOnce : 0);
    default:
      return assertNever(life, "target phase");
  }
}

function idleOf(flags: number): "none" | "with-target" | "old-version" {
  if ((flags & FLAG.idleWithTarget) !== 0) return "with-target";
  return (flags & FLAG.idleOldVersion) !== 0 ? "old-version" : "none";
}

function failureAt(targets: TargetColumns, row: number): FailedSubstate | undefined {
  const substate = SUBSTATES[(targets.failure[row] ?? 0) - 1];
  return substate === undefined ? undefined : FAILED.find((failure) => failure === substate);
}

const FAILED: readonly FailedSubstate[] = SUBSTATES_OF.failed;
/** Pending substates come first, so one look at the code tells. */
const PENDING_CODES = SUBSTATES_OF.pending.length;

function isPending(_substate: PendingSubstate | EndedSubstate, code: number): _substate is PendingSubstate {
  return code < PENDING_CODES;
}
