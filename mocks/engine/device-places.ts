import { DEVICE_WORDS, WORD } from "./device-words.ts";
import type { Fleet } from "./fleet.ts";
import type { RolloutState } from "./rollout-state.ts";
import { rowOf } from "./target-columns.ts";
import type { World } from "./world.ts";

/**
 * A rollout is 20 bits in the words of a device: its index + 1, 0 for none. The one that means it and the one that
 * offered it something take a word each; the one it has begun lies in what these leave, its lower 12 bits in the first.
 */
const ROLLOUT_BITS = 20;
const ROLLOUT_MASK = 2 ** ROLLOUT_BITS - 1;
const BEGUN_LOW_BITS = 32 - ROLLOUT_BITS;
const BEGUN_LOW_MASK = 2 ** BEGUN_LOW_BITS - 1;

/** The rollout that means a device now, by index; −1: none. */
export function currentRolloutOf({ words }: Fleet, device: number): number {
  return ((words[device * DEVICE_WORDS + WORD.currentRollout] ?? 0) & ROLLOUT_MASK) - 1;
}

/** The rollout that means a device now. */
export function currentRolloutFor(world: World, device: number): RolloutState | undefined {
  return numbered(world, currentRolloutOf(world.fleet, device));
}

/** The row of a device in the rollout that means it now; −1: none. */
export function currentRowOf({ words }: Fleet, device: number): number {
  return (words[device * DEVICE_WORDS + WORD.currentRow] ?? 0) - 1;
}

/** Says which rollout means a device, and its row there; −1: none. */
export function setCurrentPlace({ words }: Fleet, device: number, rollout: number, row: number): void {
  const at = device * DEVICE_WORDS;
  words[at + WORD.currentRollout] = ((words[at + WORD.currentRollout] ?? 0) & ~ROLLOUT_MASK) | (rollout + 1);
  words[at + WORD.currentRow] = row + 1;
}

/** The rollout that last offered a device something, by index; −1: none. */
export function offeredRolloutOf({ words }: Fleet, device: number): number {
  return ((words[device * DEVICE_WORDS + WORD.offeredRollout] ?? 0) & ROLLOUT_MASK) - 1;
}

/** The rollout that last offered a device something. */
export function offeredRolloutFor(world: World, device: number): RolloutState | undefined {
  return numbered(world, offeredRolloutOf(world.fleet, device));
}

/** The row of a device in the rollout that last offered it something; −1: none. Nearly always the one that means it. */
export function offeredRowOf({ fleet, rollouts }: World, device: number): number {
  const offered = offeredRolloutOf(fleet, device);
  if (offered < 0) return -1;
  if (offered === currentRolloutOf(fleet, device)) return currentRowOf(fleet, device);
  const rollout = rollouts[offered];
  return rollout === undefined ? -1 : rowOf(rollout.targets, device);
}

/** Says which rollout offered a device something. */
export function setOfferedRollout({ words }: Fleet, device: number, rollout: number): void {
  const at = device * DEVICE_WORDS + WORD.offeredRollout;
  words[at] = ((words[at] ?? 0) & ~ROLLOUT_MASK) | (rollout + 1);
}

/** The rollout whose version a device last said to be going for, an older one while it finishes that; −1: none. */
export function begunRolloutOf({ words }: Fleet, device: number): number {
  const at = device * DEVICE_WORDS;
  const low = (words[at + WORD.currentRollout] ?? 0) >>> ROLLOUT_BITS;
  const high = (words[at + WORD.offeredRollout] ?? 0) >>> ROLLOUT_BITS;
  return (low | (high << BEGUN_LOW_BITS)) - 1;
}

/** Says which rollout's version a device is going for. */
export function setBegunRollout({ words }: Fleet, device: number, rollout: number): void {
  const [low, high] = [device * DEVICE_WORDS + WORD.currentRollout, device * DEVICE_WORDS + WORD.offeredRollout];
  const begun = rollout + 1;
  words[low] = ((words[low] ?? 0) & ROLLOUT_MASK) | ((begun & BEGUN_LOW_MASK) << ROLLOUT_BITS);
  words[high] = ((words[high] ?? 0) & ROLLOUT_MASK) | ((begun >>> BEGUN_LOW_BITS) << ROLLOUT_BITS);
}

/** An index of −1 is not looked up: what no list has is slow to look for. */
function numbered({ rollouts }: World, index: number): RolloutState | undefined {
  return index < 0 ? undefined : rollouts[index];
}
