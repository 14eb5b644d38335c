import type { PackageId } from "./ids.ts";

/** The four states a device reports, in the order of their numbers 0 to 3. Source: Golioth firmware SDK, ota.h. */
export const OTA_STATES = ["idle", "downloading", "downloaded", "updating"] as const;
/** One of the states a device reports. */
export type OtaState = (typeof OTA_STATES)[number];

/** The number of each state, as reports carry it: its place in `OTA_STATES`. */
export const OTA_STATE_NUMBER = {
  idle: 0,
  downloading: 1,
  downloaded: 2,
  updating: 3,
} as const satisfies Record<OtaState, number>;

/** One report of one device about one package, as it was received. Reports carry no time and no number. */
export type DeviceReport = {
  readonly packageId: PackageId;
  /** The number as sent; 0 to 3 are `OTA_STATES`, anything else is kept and means nothing. */
  readonly state: number;
  /** The number as sent; 0 to 11 are known (`REASONS`). */
  readonly reason: number;
  /** Absent when empty. */
  readonly version?: string;
  /** Absent when empty. */
  readonly target?: string;
};
