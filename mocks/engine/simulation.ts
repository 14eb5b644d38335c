import type { BlueprintId, PackageId, TagId } from "#domain/ids.ts";
import type { DeviceProfile } from "./device-profile.ts";

/**
 * How an attempt of a simulated device can go wrong: the reason codes 2 to 10 as text, an install that is refused
 * without a reason, the old slot that boots again, a device that is gone for days, a download that hangs, the old slot
 * that boots again an hour after all seemed well, a device that never comes back.
 */
export const FAILURE_KINDS = [
  "2",
  "3",
  "4",
  "5",
  "6",
  "7",
  "8",
  "9",
  "10",
  "install-refused",
  "reverted",
  "lost",
  "stall",
  "reverted-later",
  "bricked",
] as const;
/** One of those ways. */
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** A fault that strikes what matches all that is given, again and again: a bad build, a bad board. */
export type CorrelatedFailure = {
  readonly packageId?: PackageId;
  readonly version?: string;
  readonly blueprintId?: BlueprintId;
  readonly tagId?: TagId;
  /** Share of the matching devices that it strikes. */
  readonly failPercent: number;
  readonly kind: FailureKind;
  /** With `reverted`: how long the new version runs, unheard, until the watchdog bites and the old slot boots; default 0. */
  readonly runsForMinutes?: number;
};

/** How the simulated fleet of a world fares. Plain data: it can be cloned, written down and compared. */
export type Simulation = {
  /** Share of devices that have trouble with any one deployment. */
  readonly failPercent: number;
  /** How that trouble is spread; kinds left out do not happen. */
  readonly byReason: Readonly<Partial<Record<FailureKind, number>>>;
  readonly correlated: readonly CorrelatedFailure[];
  /** Share of devices that come and go for hours or days; the others are always there. */
  readonly offlinePercent: number;
  /** How the devices of a blueprint live, by its id; the others live as `simulated-pace.ts` draws it. */
  readonly profiles: Readonly<Record<BlueprintId, DeviceProfile>>;
};

/** A fleet in ordinary health. */
export const HEALTHY: Simulation = {
  failPercent: 3,
  byReason: { "8": 4, "5": 2, "4": 2, "10": 1, "2": 1, "install-refused": 2, reverted: 2, stall: 2, lost: 1 },
  correlated: [],
  offlinePercent: 8,
  profiles: {},
};

/** A fleet in which nothing ever goes wrong and nobody is away. */
export const FLAWLESS: Simulation = { failPercent: 0, byReason: {}, correlated: [], offlinePercent: 0, profiles: {} };
