/**
 * What moves while devices update stands together, so many words a device: one look at memory tells all of it, where a
 * column for each would be a look for each. By place: device-places.ts, device-instants.ts, simulated-work.ts.
 */
export const DEVICE_WORDS = 11;

/** Where in a device's words which of it begins. */
export const WORD = {
  currentRollout: 0,
  currentRow: 1,
  offeredRollout: 2,
  offeredRow: 3,
  begunRollout: 4,
  contactLow: 5,
  silentLow: 6,
  contactAndSilentHigh: 7,
  work: 8,
} as const;
