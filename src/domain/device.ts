import type { BlueprintId, CohortId, DeviceId, PackageId, TagId } from "./ids.ts";
import type { OtaState } from "./report.ts";

/** The last thing a device said about one package. */
export type PackageReport = {
  readonly packageId: PackageId;
  /** Absent when the report carried none: the version is unknown. */
  readonly version?: string;
  readonly target?: string;
  /** Absent for a number that no table knows; `rawState` keeps it. */
  readonly state?: OtaState;
  readonly rawState: string;
  /** Reason code as sent; 0 is "ready". */
  readonly reason: number;
  /** When the backend received it. Reports carry no time of their own. */
  readonly atMs: number;
};

/** Heartbeat of a device that never said its own. Source: domain.md, Glossary. */
export const UNKNOWN_HEARTBEAT_MINUTES = 60;

/** One unit in the field. */
export type Device = {
  readonly id: DeviceId;
  readonly name: string;
  readonly hardwareIds: readonly string[];
  readonly tagIds: readonly TagId[];
  readonly blueprintId?: BlueprintId;
  readonly cohortId?: CohortId;
  /** A change of cohort that is still to come; without a cohort: out of the one it is in. */
  readonly pendingMembership?: { readonly cohortId?: CohortId; readonly effectiveAtMs: number };
  readonly enabled: boolean;
  /** One entry a package it ever reported, in package order. */
  readonly reports: readonly PackageReport[];
  /** Last contact of any kind; absent: never heard of. */
  readonly lastSeenAtMs?: number;
  /** The device's own report interval; `UNKNOWN_HEARTBEAT_MINUTES` when it never said. */
  readonly heartbeatMinutes: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
};

/** What a list of devices can be narrowed to. Values of one name are alternatives; names are all required. */
export type DeviceFilter = {
  /** Part of a name, an id or a hardware id, in any case. */
  readonly term?: string;
  readonly tagIds?: readonly TagId[];
  readonly blueprintIds?: readonly BlueprintId[];
  readonly cohortId?: CohortId;
  /** True: only devices of no cohort. */
  readonly withoutCohort?: boolean;
  readonly enabled?: boolean;
  /** `main@2.0.0`: devices whose last report of `main` says 2.0.0. */
  readonly packageVersion?: string;
};

/** How many devices of a filtered list share a value. */
export type Facet = { readonly value: string; readonly count: number };
/**
 * Counts over everything the filter matches, not over one page; of each at most the 1,000 most frequent values. `""` as a
 * value stands for none. Devices are in one cohort and of one blueprint, but count once for each of their tags and for each
 * `package@version` that they last reported. Absent: the backend does not count these.
 */
export type DeviceFacets = {
  readonly cohort: readonly Facet[];
  readonly blueprint: readonly Facet[];
  readonly tag?: readonly Facet[];
  readonly packageVersion?: readonly Facet[];
};

/** Orders a list of devices can take; a leading minus is descending. */
export const DEVICE_SORTS = ["name", "-name", "lastSeen", "-lastSeen"] as const;
/** One of those orders. */
export type DeviceSort = (typeof DEVICE_SORTS)[number];
