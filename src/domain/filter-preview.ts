import type { Device } from "./device.ts";
import type { CohortId } from "./ids.ts";

/** A dynamic cohort whose filter matches some of the same devices, and which of the two gets them. */
export type FilterOverlap = {
  readonly cohortId: CohortId;
  readonly name: string;
  /** Devices that both filters match and that nobody placed by hand. */
  readonly count: number;
  /** The older cohort wins. */
  readonly wins: "this" | "other";
};

/** Some devices: how many, and a few of them in the order of their names; at most 5. */
export type SomeDevices = { readonly count: number; readonly sample: readonly Device[] };

/** What a new filter would do to the members of a cohort. Who was placed in it by hand neither comes nor goes. */
export type FilterChange = {
  /** It would take them and does not have them. */
  readonly joins: SomeDevices;
  /** It has them by its filter and would not take them any more. */
  readonly leaves: SomeDevices;
};

/**
 * What a cohort with a filter would hold: `takes` of the `matching` devices, the others being placed by hand or in an
 * older dynamic cohort. A cohort that is only being created is the youngest. Source: domain.md, Glossary (cohort).
 */
export type FilterPreview = {
  /** Devices of the project that the filter matches, enabled or not. */
  readonly matching: number;
  /** Of these, how many the cohort would get, or has. */
  readonly takes: number;
  /** Of these, how many somebody put into another cohort by hand; such a choice wins. */
  readonly placedByHand: number;
  /** Some of the devices it takes, picked by hash so as to be typical, in the order of their names; at most 5. */
  readonly sample: readonly Device[];
  /** Oldest cohort first; only those with a device in common. */
  readonly overlaps: readonly FilterOverlap[];
  /** Only of a cohort that exists, and of a backend that tells. */
  readonly change?: FilterChange;
};
