import { DEVICE_WORDS, WORD } from "./device-words.ts";
import type { Fleet } from "./fleet.ts";

/**
 * What a simulated device is at, three words: step (4 bits), own tries (4), free (8), generation of the planned step (16);
 * rollout + 1 (20) and component (12), 0 for none; the version in the slot it does not run from, interned.
 */
const STEP_WORD = WORD.work;
const PLACE_WORD = WORD.work + 1;
const SLOT_WORD = WORD.work + 2;

const STEP_MASK = 0xf;
const TRIES_SHIFT = 4;
const MOST_TRIES = 15;
const GENERATION_SHIFT = 16;
const ROLLOUT_SHIFT = 12;
const COMPONENT_MASK = 0xfff;

/** The step a device is about to take, as number in STEP. */
export function stepOf({ words }: Fleet, device: number): number {
  return (words[device * DEVICE_WORDS + STEP_WORD] ?? 0) & STEP_MASK;
}

/** Which of the steps that were planned for a device still counts, 0 to 65,535. */
export function generationOf({ words }: Fleet, device: number): number {
  return (words[device * DEVICE_WORDS + STEP_WORD] ?? 0) >>> GENERATION_SHIFT;
}

/** Changes the step and keeps the plans that were made for it. */
export function setStep({ words }: Fleet, device: number, step: number): void {
  const at = device * DEVICE_WORDS + STEP_WORD;
  words[at] = ((words[at] ?? 0) & ~STEP_MASK) | step;
}

/** Changes the step; what was planned before does not count any more. The answer is the generation that does. */
export function renewStep(fleet: Fleet, device: number, step: number): number {
  const at = device * DEVICE_WORDS + STEP_WORD;
  const generation = (generationOf(fleet, device) + 1) & 0xffff;
  fleet.words[at] = ((fleet.words[at] ?? 0) & 0xfff0) | step | (generation << GENERATION_SHIFT);
  return generation;
}

/** How often a device began the same download anew by itself; 15 stands for all that is more. */
export function ownTriesOf({ words }: Fleet, device: number): number {
  return ((words[device * DEVICE_WORDS + STEP_WORD] ?? 0) >> TRIES_SHIFT) & MOST_TRIES;
}

/** Counts a device's own tries. */
export function setOwnTries({ words }: Fleet, device: number, tries: number): void {
  const at = device * DEVICE_WORDS + STEP_WORD;
  words[at] = ((words[at] ?? 0) & ~(MOST_TRIES << TRIES_SHIFT)) | (Math.min(tries, MOST_TRIES) << TRIES_SHIFT);
}

/** The rollout a device is at, −1 for none. */
export function rolloutAtWork({ words }: Fleet, device: number): number {
  return ((words[device * DEVICE_WORDS + PLACE_WORD] ?? 0) >>> ROLLOUT_SHIFT) - 1;
}

/** Which of that rollout's components it is at. */
export function componentAtWork({ words }: Fleet, device: number): number {
  return (words[device * DEVICE_WORDS + PLACE_WORD] ?? 0) & COMPONENT_MASK;
}

/** Puts a device to a component of a rollout (−1: to none). */
export function setAtWork({ words }: Fleet, device: number, rollout: number, component: number): void {
  words[device * DEVICE_WORDS + PLACE_WORD] = ((rollout + 1) << ROLLOUT_SHIFT) | component;
}

/** The version in the slot that a device does not run from, interned; 0: nothing that is known. */
export function otherSlotOf({ words }: Fleet, device: number): number {
  return words[device * DEVICE_WORDS + SLOT_WORD] ?? 0;
}

/** Writes another version into that slot. */
export function setOtherSlot({ words }: Fleet, device: number, version: number): void {
  words[device * DEVICE_WORDS + SLOT_WORD] = version;
}
