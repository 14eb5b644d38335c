import { assertNever } from "#lib/assert.ts";
import { applyTick } from "./life-clock.ts";
import { applyReport, type ReportEvent } from "./life-report.ts";
import {
  contacted,
  ended,
  reopened,
  type EndedSubstate,
  type LifeIn,
  type LifeRules,
  type PendingSubstate,
  type TargetLife,
} from "./life.ts";

/** What can happen to a target. */
export type LifeEvent =
  | { readonly kind: "offer"; readonly atMs: number }
  /** The device asked or fetched bytes. */
  | { readonly kind: "contact"; readonly atMs: number }
  | ReportEvent
  /** Time has passed up to `atMs`. */
  | { readonly kind: "tick"; readonly atMs: number }
  /** A pending target waits for something else than before. */
  | { readonly kind: "wait"; readonly atMs: number; readonly substate: PendingSubstate }
  /** Decided from outside: superseded, aborted, left, disabled, expired, already there, nothing fits. */
  | { readonly kind: "end"; readonly atMs: number; readonly substate: EndedSubstate }
  /** An operator's retry, or a device that left and came back: the next offer opens a new attempt. */
  | { readonly kind: "reopen"; readonly atMs: number };

/** The target after `event`; the same object when the event changes nothing. Source: domain.md, Target states. */
export function applyToTarget(life: TargetLife, event: LifeEvent, rules: LifeRules): TargetLife {
  switch (event.kind) {
    case "offer":
      return life.phase === "pending" ? offered(life, event.atMs) : life;
    case "contact":
      return contacted(life, event.atMs);
    case "report":
      return applyReport(life, event, rules);
    case "tick":
      return applyTick(life, event.atMs, rules);
    case "wait":
      return life.phase === "pending" ? waiting(life, event.substate, event.atMs) : life;
    case "end":
      return life.phase === "ended" ? life : ended(life, event.substate, event.atMs);
    case "reopen":
      return life.phase === "ended" ? reopened(life, event.atMs) : life;
    default:
      return assertNever(event, "target event");
  }
}

/** A hold keeps the end of a backoff: who is released before it goes on with that. Source: domain.md, Retries. */
function waiting(life: LifeIn<"pending">, wanted: PendingSubstate, atMs: number): LifeIn<"pending"> {
  const backsOff = life.substate === "held" && wanted === "waiting-offline" && (life.untilMs ?? 0) > atMs;
  const substate = backsOff ? "backoff" : wanted;
  if (substate === life.substate) return life;
  return { ...life, substate, untilMs: backsOff || substate === "held" ? life.untilMs : undefined, sinceMs: atMs };
}

function offered(life: LifeIn<"pending">, atMs: number): LifeIn<"fetching"> {
  return {
    phase: "fetching",
    substate: "offered",
    stuck: false,
    attempt: life.attempt + 1,
    sinceMs: atMs,
    startedAtMs: atMs,
    contactAtMs: atMs,
    integrityFailures: life.integrityFailures,
    reason: undefined,
  };
}
