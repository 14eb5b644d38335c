import { DEVICE_WORDS, WORD } from "./device-words.ts";
import type { Fleet } from "./fleet.ts";
import type { RolloutState } from "./rollout-state.ts";
import type { World } from "./world.ts";

/** The rollout that means a device now, by index; −1: none. */
export function currentRolloutOf({ words }: Fleet, device: number): number {
  return (words[device * DEVICE_WORDS + WORD.currentRollout] ?? 0) - 1;
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
  words[device * DEVICE_WORDS + WORD.currentRollout] = rollout + 1;
  words[device * DEVICE_WORDS + WORD.currentRow] = row + 1;
}

/** The rollout that last offered a device something, by index; −1: none. */
export function offeredRolloutOf({ words }: Fleet, device: number): number {
  return (words[device * DEVICE_WORDS + WORD.offeredRollout] ?? 0) - 1;
}

/** The rollout that last offered a device something. */
export function offeredRolloutFor(world: World, device: number): RolloutState | undefined {
  return numbered(world, offeredRolloutOf(world.fleet, device));
}

/** The row of a device in the rollout that last offered it something; −1: none. */
export function offeredRowOf({ words }: Fleet, device: number): number {
  return (words[device * DEVICE_WORDS + WORD.offeredRow] ?? 0) - 1;
}

/** Says which rollout offered a device something, and its row there. */
export function setOfferedPlace({ words }: Fleet, device: number, rollout: number, row: number): void {
  words[device * DEVICE_WORDS + WORD.offeredRollout] = rollout + 1;
  words[device * DEVICE_WORDS + WORD.offeredRow] = row + 1;
}

/** The rollout whose version a device last said to be going for, an older one while it finishes that; −1: none. */
export function begunRolloutOf({ words }: Fleet, device: number): number {
  return (words[device * DEVICE_WORDS + WORD.begunRollout] ?? 0) - 1;
}

/** Says which rollout's version a device is going for. */
export function setBegunRollout({ words }: Fleet, device: number, rollout: number): void {
  words[device * DEVICE_WORDS + WORD.begunRollout] = rollout + 1;
}

/** An index of −1 is not looked up: what no list has is slow to look for. */
function numbered({ rollouts }: World, index: number): RolloutState | undefined {
  return index < 0 ? undefined : rollouts[index];
}
