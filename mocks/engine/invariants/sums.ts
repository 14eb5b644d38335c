import { BUCKETS, bucketOf, SUBSTATES } from "#domain/target.ts";
import { phasesOf } from "#mocks/engine/phase-progress.ts";
import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import { shownCodeAt, shownCounts } from "#mocks/engine/shown-waits.ts";
import { FLAG } from "#mocks/engine/target-columns.ts";
import type { World } from "#mocks/engine/world.ts";
import { LIVE } from "./codes.ts";
import type { Invariant } from "./invariant.ts";
import { isQuiet } from "./moments.ts";

/** What is counted as it changes is what counting the targets one by one tells. */
export const SUMS: Invariant = {
  number: 3,
  text: "The five buckets sum to the targets.",
  begin: () => {
    return ({ world, rollouts }) => {
      for (const one of rollouts) {
        const wrong = wrongSum(world, one.rollout) ?? (isQuiet(one) ? undefined : wrongPhases(world, one.rollout));
        if (wrong !== undefined) return `${one.rollout.name}: ${wrong}`;
      }
      return undefined;
    };
  },
};

function wrongSum(world: World, rollout: RolloutState): string | undefined {
  const { pace, targets } = rollout;
  const { buckets, substates, total } = shownCounts(world, rollout);
  const sum = BUCKETS.reduce((all, bucket) => all + buckets[bucket], 0);
  if (sum !== targets.count || total !== targets.count) return `${sum} in buckets, ${targets.count} targets`;
  const shown = new Int32Array(SUBSTATES.length);
  for (let row = 0; row < targets.count; row += 1) {
    const there = shownCodeAt(world, rollout, row);
    shown[there] = (shown[there] ?? 0) + 1;
  }
  for (const [there, substate] of SUBSTATES.entries()) {
    if ((substates[substate] ?? 0) === shown[there]) continue;
    return `${substates[substate] ?? 0} counted as ${substate} (${bucketOf(substate)}), ${shown[there]} are`;
  }
  if (rollout.closed !== undefined && buckets.pending > 0) return `${buckets.pending} pending, though it is closed`;
  const flagged = (flag: number) => countWhere(targets.flags.subarray(0, targets.count), flag);
  if (flagged(FLAG.woken) !== pace.woken) return `${pace.woken} counted as woken, ${flagged(FLAG.woken)} are`;
  if (flagged(FLAG.unavailable) !== pace.unavailable) return `${pace.unavailable} counted as unavailable, and are not`;
  return undefined;
}

function wrongPhases(world: World, rollout: RolloutState): string | undefined {
  const added = phasesOf(world, rollout).reduce((all, phase) => all + phase.added, 0);
  return added === rollout.targets.count ? undefined : `${added} in phases, ${rollout.targets.count} targets`;
}

function countWhere(flags: Uint8Array, flag: number): number {
  return flags.filter((of) => (of & flag) !== 0).length;
}

/** A device is at one thing at a time. */
export const ONE_ATTEMPT: Invariant = {
  number: 4,
  text: "A device has at most one live attempt.",
  begin: () => {
    return ({ world }) => {
      const at = new Map<number, string>();
      for (const { name, targets } of world.rollouts) {
        for (let row = 0; row < targets.count; row += 1) {
          if (!LIVE.has(targets.substate[row] ?? -1)) continue;
          const device = targets.device[row] ?? -1;
          const other = at.get(device);
          if (other !== undefined) return `device ${device} is at ${other} and at ${name}`;
          at.set(device, name);
        }
      }
      return undefined;
    };
  },
};

/** What a deployment is was settled when it was made. */
export const UNCHANGED: Invariant = {
  number: 5,
  text: "Sequence numbers grow; deployments never change.",
  begin: () => {
    const first = new Map<string, string>();
    const numbers = new Map<number, Numbers>();
    return ({ world }) => {
      if (world.rollouts.length < first.size) return "a deployment is gone";
      for (const { index } of world.projects) {
        const given = numbers.get(index) ?? { last: 0n, of: new Map() };
        numbers.set(index, given);
        const wrong = wrongNumber(world, index, given);
        if (wrong !== undefined) return wrong;
      }
      for (const rollout of world.rollouts) {
        const text = JSON.stringify(immutable(rollout));
        const before = first.get(rollout.id) ?? text;
        first.set(rollout.id, before);
        if (before !== text) return `${rollout.name} was ${before} and is ${text}`;
      }
      return undefined;
    };
  },
};

/** The numbers that were seen in a project, and the highest of them. */
type Numbers = { last: bigint; readonly of: Map<number, bigint> };

/** A number is given once, is above all that were given before, and is the highest of its cohort while devices are told it. */
function wrongNumber(world: World, project: number, numbers: Numbers): string | undefined {
  const started = world.rollouts.filter((one) => one.project === project && one.sequenceNumber !== undefined);
  for (const { index, name, sequenceNumber = 0n } of started) {
    const before = numbers.of.get(index);
    if (before !== undefined && before !== sequenceNumber) return `${name} had ${before} and has ${sequenceNumber}`;
    if (before === undefined && sequenceNumber <= numbers.last) return `${sequenceNumber} after ${numbers.last}`;
    if ([...numbers.of].some(([other, taken]) => other !== index && taken === sequenceNumber)) {
      return `${sequenceNumber} a second time`;
    }
    numbers.of.set(index, sequenceNumber);
  }
  numbers.last = started.reduce((last, { sequenceNumber = 0n }) => (sequenceNumber > last ? sequenceNumber : last), 0n);
  const overtaken = started.find(({ cohort, index, sequenceNumber = 0n, startedAtMs }) => {
    const active = world.rollouts[world.cohorts[cohort]?.active ?? -1];
    const isBefore = active !== undefined && active.index !== index && startedAtMs !== undefined;
    return isBefore && sequenceNumber > (active.sequenceNumber ?? 0n);
  });
  return overtaken === undefined ? undefined : `${overtaken.name} has a higher number than what its cohort runs`;
}

function immutable(rollout: RolloutState): readonly unknown[] {
  const { id, name, notes, artifactIds, components, plan, createdAtMs, createdBy, origin } = rollout;
  const composition = components.map(({ component }) => component);
  return [id, name, notes, artifactIds, composition, plan, createdAtMs, createdBy, origin];
}
