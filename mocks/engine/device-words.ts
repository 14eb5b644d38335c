/**
 * What moves while devices update stands together, so many words a device: one look at memory tells all of it, where a
 * column for each would be a look for each. By place: device-places.ts, device-instants.ts, simulated-work.ts.
 */
export const DEVICE_WORDS = 9;

/** Where in a device's words which of it begins. */
export const WORD = {
  currentRow: 0,
  currentRollout: 1,
  offeredRollout: 2,
  contactLow: 3,
  silentLow: 4,
  contactAndSilentHigh: 5,
  work: 6,
} as const;
