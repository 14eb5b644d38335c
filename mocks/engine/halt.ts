import { haltOf, type HaltFacts } from "#domain/halt-rules.ts";
import { haltFigure, haltFinding } from "#domain/halt-words.ts";
import { eligibleInPhase, mostOnTheirWay } from "./gate.ts";
import { NONE } from "./fleet.ts";
import { deviceIdAt } from "./ids.ts";
import { keepOccurrence } from "./occurrences.ts";
import { controlChanged, type RolloutState } from "./rollout-state.ts";
import { keepRuleAct } from "./rule-acts.ts";
import { gateMoved } from "./wake.ts";
import type { World } from "./world.ts";

/**
 * The attempt of a device that had been offered is proven or over: does a rule hold now? Then offers stop at once; waiting targets
 * stay, those on their way run on. Source: domain.md, Halt rules.
 */
export function haltPerhaps(world: World, rollout: RolloutState, row: number): void {
  const { plan, stopped, targets } = rollout;
  if (stopped === "halted" || rollout.closed !== undefined) return;
  const phase = targets.phase[row] ?? 0;
  const finding = haltOf(plan.halt, haltFacts(rollout, phase));
  if (finding === undefined) return;
  const device = targets.device[row] ?? NONE;
  const { rule, scope, value, threshold } = finding;
  rollout.stopped = "halted";
  rollout.halt = {
    rule,
    scope,
    value,
    threshold,
    phase: rollout.pace.openPhase,
    atMs: world.nowMs,
    deviceId: deviceIdAt(world.seedHash, device),
  };
  const reason = `${haltFinding(finding)}; the plan halts at ${haltFigure(rule, threshold)}.`;
  const about = { reason, phase: rollout.pace.openPhase, device, halt: rollout.halt };
  keepOccurrence(world, rollout, "halted", { rule }, about);
  keepRuleAct(world, rollout, "halt", rule, reason);
  controlChanged(rollout);
  gateMoved(world, rollout);
}

/** What the halt rules are judged by, for the phase of who finished or for the latest open one. */
export function haltFacts(rollout: RolloutState, phase: number): HaltFacts {
  const { targets, watch } = rollout;
  return {
    phaseSize: eligibleInPhase(targets, phase),
    phase: watch.phases[phase] ?? NOTHING,
    whole: watch.whole,
    failedRun: watch.run.length,
    inFlight: mostOnTheirWay(rollout),
  };
}

const NOTHING = { started: 0, finished: 0, failed: 0, lost: 0 };
