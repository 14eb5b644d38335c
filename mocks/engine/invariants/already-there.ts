import { phasesOf } from "#mocks/engine/phase-progress.ts";
import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import { FLAG } from "#mocks/engine/target-columns.ts";
import type { World } from "#mocks/engine/world.ts";
import { code, FAILED } from "./codes.ts";
import { runsAll } from "./eligible.ts";
import type { Invariant } from "./invariant.ts";
import { isOffer, isQuiet } from "./moments.ts";
import { heardIn } from "./proof.ts";

/** Who had the version already has nothing to do with how the rollout fares. */
export const THERE_ALREADY: Invariant = {
  number: 12,
  text: "Who had it already uses no slot and is no success of this rollout.",
  begin: () => {
    return (moment) => {
      const { world, rollouts } = moment;
      // Of what a device said in the same ms as it was offered something, nobody can say whether it came before.
      const spoke = new Set(heardIn(moment).map(({ device }) => device));
      for (const one of rollouts) {
        const { rollout, changes } = one;
        for (const change of changes) {
          const device = rollout.targets.device[change.row] ?? -1;
          const isNeeded = !isOffer(change) || spoke.has(device) || !runsAll(rollout, device);
          if (!isNeeded) return `${rollout.name} offers device ${device} what it runs`;
          if (change.from === THERE && change.substate !== THERE) {
            return `${rollout.name}, row ${change.row}: from already there to ${change.substate}`;
          }
        }
        const wrong = isQuiet(one) ? undefined : countedAnyhow(world, rollout);
        if (wrong !== undefined) return `${rollout.name}: ${wrong}`;
      }
      return undefined;
    };
  },
};

/** What the phases and the halt rules count as finished are devices that were verified or failed, and no others. */
function countedAnyhow(world: World, rollout: RolloutState): string | undefined {
  const { targets, watch } = rollout;
  let finished = 0;
  for (let row = 0; row < targets.count; row += 1) {
    const there = targets.substate[row] ?? -1;
    if (there === VERIFIED || FAILED.has(there)) finished += 1;
    if (there === THERE && ((targets.flags[row] ?? 0) & FLAG.woken) !== 0)
      return `row ${row} is there and holds a slot`;
    if (there === THERE && watch.on && (watch.outcomes[row] ?? 0) % 8 > STARTED)
      return `row ${row} is there and counts`;
  }
  const counted = phasesOf(world, rollout).reduce((sum, phase) => sum + phase.finished, 0);
  return counted === finished ? undefined : `${counted} counted as finished, ${finished} are`;
}

const VERIFIED = code("verified");
const THERE = code("already-installed");
/** The outcome of an attempt that began and has not ended; higher ones are ends. */
const STARTED = 1;
