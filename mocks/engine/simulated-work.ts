import type { Fleet } from "./fleet.ts";

/**
 * What each simulated device is at, three words a device so that one look at memory tells all of it:
 * step (4 bits), own tries (4), free (8), generation of the planned step (16); rollout + 1 (20) and component (12), 0 for
 * none; the version in the slot it does not run from, interned.
 */
export const WORK_WORDS = 3;

const STEP_MASK = 0xf;
const TRIES_SHIFT = 4;
const MOST_TRIES = 15;
const GENERATION_SHIFT = 16;
const ROLLOUT_SHIFT = 12;
const COMPONENT_MASK = 0xfff;

/** The step a device is about to take, as number in STEP. */
export function stepOf({ work }: Fleet, device: number): number {
  return (work[device * WORK_WORDS] ?? 0) & STEP_MASK;
}

/** Which of the steps that were planned for a device still counts, 0 to 65,535. */
export function generationOf({ work }: Fleet, device: number): number {
  return (work[device * WORK_WORDS] ?? 0) >>> GENERATION_SHIFT;
}

/** Changes the step and keeps the plans that were made for it. */
export function setStep({ work }: Fleet, device: number, step: number): void {
  const at = device * WORK_WORDS;
  work[at] = ((work[at] ?? 0) & ~STEP_MASK) | step;
}

/** Changes the step; what was planned before does not count any more. The answer is the generation that does. */
export function renewStep(fleet: Fleet, device: number, step: number): number {
  const at = device * WORK_WORDS;
  const generation = (generationOf(fleet, device) + 1) & 0xffff;
  fleet.work[at] = ((fleet.work[at] ?? 0) & 0xfff0) | step | (generation << GENERATION_SHIFT);
  return generation;
}

/** How often a device began the same download anew by itself; 15 stands for all that is more. */
export function ownTriesOf({ work }: Fleet, device: number): number {
  return ((work[device * WORK_WORDS] ?? 0) >> TRIES_SHIFT) & MOST_TRIES;
}

/** Counts a device's own tries. */
export function setOwnTries({ work }: Fleet, device: number, tries: number): void {
  const at = device * WORK_WORDS;
  work[at] = ((work[at] ?? 0) & ~(MOST_TRIES << TRIES_SHIFT)) | (Math.min(tries, MOST_TRIES) << TRIES_SHIFT);
}

/** The rollout a device is at, −1 for none. */
export function rolloutAtWork({ work }: Fleet, device: number): number {
  return ((work[device * WORK_WORDS + 1] ?? 0) >>> ROLLOUT_SHIFT) - 1;
}

/** Which of that rollout's components it is at. */
export function componentAtWork({ work }: Fleet, device: number): number {
  return (work[device * WORK_WORDS + 1] ?? 0) & COMPONENT_MASK;
}

/** Puts a device to a component of a rollout (−1: to none). */
export function setAtWork({ work }: Fleet, device: number, rollout: number, component: number): void {
  work[device * WORK_WORDS + 1] = ((rollout + 1) << ROLLOUT_SHIFT) | component;
}

/** The version in the slot that a device does not run from, interned; 0: nothing that is known. */
export function otherSlotOf({ work }: Fleet, device: number): number {
  return work[device * WORK_WORDS + 2] ?? 0;
}

/** Writes another version into that slot. */
export function setOtherSlot({ work }: Fleet, device: number, version: number): void {
  work[device * WORK_WORDS + 2] = version;
}
