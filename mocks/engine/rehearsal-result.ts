import type { RehearsalResult, RehearsedHalt, RehearsedPhase } from "#domain/rehearsal.ts";
import { phasesOf } from "./phase-progress.ts";
import type { RehearsalRun } from "./rehearsal.ts";
import type { RolloutState } from "./rollout-state.ts";
import { isSettledNow, stateOf } from "./rollout-standing.ts";
import { shownCounts } from "./shown-waits.ts";
import { forEachStep, type StepColumns } from "./step-columns.ts";

/** What came of a rehearsal, once it is over. */
export function rehearsalResult(run: RehearsalRun, rollout: RolloutState): RehearsalResult {
  const { devices, fork, members } = run;
  const { partedAtMs, world } = fork;
  const halt = haltIn(rollout, partedAtMs);
  return {
    devices,
    members,
    sampled: devices < members,
    state: stateOf(rollout),
    counts: shownCounts(world, rollout),
    ...(isSettledNow(rollout.targets) ? { settlesAfterMs: settledAtMs(rollout.steps, partedAtMs) - partedAtMs } : {}),
    rehearsedMs: world.nowMs - partedAtMs,
    ...(halt === undefined ? {} : { halt }),
    phases: phasesOf(world, rollout).map(({ name, size, counts, startedAtMs }, index): RehearsedPhase => {
      const doneAtMs = rollout.occurrences.find(({ what, phase }) => ENDS_PHASE.has(what) && phase === index)?.atMs;
      return {
        name,
        size,
        ...(startedAtMs === undefined ? {} : { openedAfterMs: startedAtMs - partedAtMs }),
        ...(doneAtMs === undefined ? {} : { doneAfterMs: doneAtMs - partedAtMs }),
        failed: counts.failed,
      };
    }),
  };
}

const ENDS_PHASE: ReadonlySet<string> = new Set(["phase-done", "promoted"]);

/** When the last target came to rest; with nothing to do, at once. */
function settledAtMs({ count, lastMs }: StepColumns, partedAtMs: number): number {
  return count === 0 ? partedAtMs : lastMs;
}

function haltIn({ halt, steps }: RolloutState, partedAtMs: number): RehearsedHalt | undefined {
  if (halt === undefined) return undefined;
  const { rule, value, threshold, phase, atMs } = halt;
  const touched = new Set<number>();
  forEachStep(steps, atMs, ({ attempt, row }) => {
    if (attempt > 0) touched.add(row);
  });
  return { rule, value, threshold, phase, afterMs: atMs - partedAtMs, touched: touched.size };
}
