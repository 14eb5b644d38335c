import { meetsCriteria, phaseStanding, type PhaseFacts, type PhaseStanding } from "#domain/phases.ts";
import type { DoneBy } from "#domain/deployment-event.ts";
import { NONE } from "./fleet.ts";
import { closedNow, eligibleInPhase, inFlightInPhase } from "./gate.ts";
import { lookAgainAt } from "./look-again.ts";
import { keepOccurrence } from "./occurrences.ts";
import { resolvePhases } from "./phase-order.ts";
import { isSilent, SILENCE_LOOKED_AT_EVERY_MS } from "./presence.ts";
import { controlChanged, type RolloutState } from "./rollout-state.ts";
import { keepRuleAct } from "./rule-acts.ts";
import { FAILED_IN_ATTEMPT, isHeldRow, isPendingCode, TERMINAL_ELIGIBLE } from "./target-classes.ts";
import { codeOf, phaseCount } from "./target-columns.ts";
import { wake } from "./wake.ts";
import type { World } from "./world.ts";

/** Opens what may open now: the next phase, when the present one is complete and the time of the next has come. */
export function goOn(world: World, rollout: RolloutState): void {
  const { pace, plan } = rollout;
  while (rollout.startedAtMs !== undefined && closedNow(world, rollout) === undefined) {
    const next = pace.openPhase + 1;
    const phase = plan.phases[next];
    if (phase === undefined) return noteWhenLastHeld(world, rollout);
    if (pace.openPhase >= 0) {
      if (lookAtPhase(world, rollout).state !== "done") return;
    }
    if ((phase.startAtMs ?? 0) > world.nowMs) return lookAgainAt(world, rollout, phase.startAtMs ?? Infinity);
    openPhase(world, rollout, next, { rule: next === 0 ? "start" : (plan.phases[next - 1]?.promote ?? "auto") });
  }
}

/** Opens the next phase, by the plan or by somebody. Its size is what it is from now on. */
export function openPhase(world: World, rollout: RolloutState, phase: number, by: DoneBy, reason?: string): void {
  const { pace, plan } = rollout;
  if (phase > 0)
    keepOccurrence(world, rollout, "actor" in by ? "promoted" : "phase-done", by, { reason, phase: phase - 1 });
  if (phase > 0 && "rule" in by) keepRuleAct(world, rollout, "promote", by.rule);
  if (plan.phases.length > 1 || pace.limited) resolvePhases(world, rollout, phase);
  pace.openPhase = phase;
  const run = pace.phases[phase];
  if (run !== undefined) run.startedAtMs = world.nowMs;
  keepOccurrence(world, rollout, "phase-opened", by, { phase });
  if (phase > 0) controlChanged(rollout);
  wake(world, rollout);
}

/** How far an open phase is, as seen from outside; what only a look at every target tells is as when last looked. */
export function standingOf(world: World, rollout: RolloutState, phase: number): PhaseStanding {
  const rule = rollout.plan.phases[phase];
  if (rule === undefined) return RUNNING;
  const facts = factsOf(world, rollout, phase);
  return phaseStanding(rule, { ...facts, excused: facts.heldSinceMs === undefined ? 0 : facts.size - facts.terminal });
}

/** How far the latest open phase is; remembers when its criteria first held, and when to look again. */
function lookAtPhase(world: World, rollout: RolloutState): PhaseStanding {
  const { pace, plan } = rollout;
  const rule = plan.phases[pace.openPhase];
  const run = pace.phases[pace.openPhase];
  if (rule === undefined || run === undefined) return RUNNING;
  const known = factsOf(world, rollout, pace.openPhase);
  const facts = { ...known, excused: excusedIn(world, rollout, pace.openPhase, known) };
  if (run.heldSinceMs === undefined && meetsCriteria(rule, facts)) run.heldSinceMs = world.nowMs;
  const standing = phaseStanding(rule, { ...facts, heldSinceMs: run.heldSinceMs });
  if (standing.state === "soaking") lookAgainAt(world, rollout, standing.untilMs);
  return standing;
}

/** Nothing opens after the last phase; its soak still counts from when its criteria first held. */
function noteWhenLastHeld(world: World, rollout: RolloutState): void {
  const { pace, plan } = rollout;
  const [rule, run] = [plan.phases[pace.openPhase], pace.phases[pace.openPhase]];
  if (rule === undefined || run === undefined || run.heldSinceMs !== undefined) return;
  if (meetsCriteria(rule, factsOf(world, rollout, pace.openPhase))) run.heldSinceMs = world.nowMs;
}

const RUNNING: PhaseStanding = { state: "running" };

function factsOf(world: World, { pace, plan, targets }: RolloutState, phase: number): PhaseFacts {
  const sum = (codes: readonly number[]) => codes.reduce((all, code) => all + phaseCount(targets, phase, code), 0);
  return {
    size: eligibleInPhase(targets, phase),
    verified: phaseCount(targets, phase, VERIFIED),
    failed: sum(FAILED_IN_ATTEMPT),
    terminal: sum(TERMINAL_ELIGIBLE),
    excused: 0,
    heldSinceMs: pace.phases[phase]?.heldSinceMs,
    nowMs: world.nowMs,
    last: phase === plan.phases.length - 1,
  };
}

/**
 * Whether nobody is left who anything can be expected of: then all that are open, else none. Looked for only where it
 * decides and nothing moves, because every waiting target may have to be looked at.
 */
function excusedIn(world: World, rollout: RolloutState, phase: number, { size, terminal }: PhaseFacts): number {
  const { plan, targets } = rollout;
  if (terminal >= Math.min(plan.phases[phase]?.minTerminal ?? 0, size)) return 0;
  if (inFlightInPhase(targets, phase) > 0 || phaseCount(targets, phase, CONFIRMING) > 0) return 0;
  lookAgainAt(world, rollout, world.nowMs + SILENCE_LOOKED_AT_EVERY_MS);
  for (let row = 0; row < targets.count; row += 1) {
    if (targets.phase[row] !== phase || !isPendingCode(targets.substate[row] ?? 0)) continue;
    if (!isHeldRow(rollout, row) && !isSilent(world, targets.device[row] ?? NONE)) return 0;
  }
  return size - terminal;
}

const VERIFIED = codeOf("verified");
const CONFIRMING = codeOf("confirming");
