import { DEVICE_WORDS, WORD } from "./device-words.ts";
import type { Fleet } from "./fleet.ts";

const LOW_RANGE = 2 ** 32;
/** The upper 16 bits of what lies beyond every instant. */
const NEVER = 0xffff;

/** Last contact of a device of any kind that was no mere heartbeat, world ms; −1: never. */
export function contactMsOf({ words }: Fleet, device: number): number {
  const at = device * DEVICE_WORDS;
  const high = (words[at + WORD.contactAndSilentHigh] ?? 0) & 0xffff;
  return high * LOW_RANGE + (words[at + WORD.contactLow] ?? 0) - 1;
}

/** Keeps the last contact of a device, a whole ms; −1: never. */
export function setContactMs({ words }: Fleet, device: number, atMs: number): void {
  const at = device * DEVICE_WORDS;
  const both = words[at + WORD.contactAndSilentHigh] ?? 0;
  words[at + WORD.contactLow] = (atMs + 1) % LOW_RANGE;
  words[at + WORD.contactAndSilentHigh] = (both & 0xffff0000) | Math.floor((atMs + 1) / LOW_RANGE);
}

/** Until when a device is dark, world ms: rebooting, hung, or (Infinity) bricked. 0: it never was. */
export function silentUntilMsOf({ words }: Fleet, device: number): number {
  const at = device * DEVICE_WORDS;
  const high = (words[at + WORD.contactAndSilentHigh] ?? 0) >>> 16;
  return high === NEVER ? Infinity : high * LOW_RANGE + (words[at + WORD.silentLow] ?? 0);
}

/** Says until when a device is dark, a whole ms or Infinity. */
export function setSilentUntilMs({ words }: Fleet, device: number, untilMs: number): void {
  const at = device * DEVICE_WORDS;
  const both = words[at + WORD.contactAndSilentHigh] ?? 0;
  const high = untilMs === Infinity ? NEVER : Math.floor(untilMs / LOW_RANGE);
  words[at + WORD.silentLow] = untilMs === Infinity ? 0 : untilMs % LOW_RANGE;
  words[at + WORD.contactAndSilentHigh] = (both & 0xffff) | (high << 16);
}
