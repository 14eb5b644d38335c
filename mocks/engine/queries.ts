import type { Artifact } from "#domain/artifact.ts";
import type { Cohort, CohortSort, CohortTally } from "#domain/cohort.ts";
import type { Component } from "#domain/composition.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { Device, DeviceFacets, DeviceFilter, DeviceSort } from "#domain/device.ts";
import type { BlueprintId, CohortId, DeviceId, PackageId } from "#domain/ids.ts";
import type { OtaEvent } from "#domain/ota-event.ts";
import type { Page } from "#domain/project.ts";
import type { TargetFilter, TargetRow, TargetSort } from "#domain/target.ts";

/** Which page of a list is asked for; `page` counts from 0. */
export type PageQuery = { readonly page: number; readonly perPage: number };

/** Devices to be listed; beside what narrows a list, Golioth's two parameters that mean one device by all of its name. */
export type ListedDevices = DeviceFilter & { readonly deviceName?: string; readonly hardwareId?: string };

/** What is asked of the devices of a project. Facets count everything that the filter matches. */
export type DeviceQuery = PageQuery & {
  readonly filter?: ListedDevices;
  readonly sort?: DeviceSort;
  readonly facets?: boolean;
};
/** A page of devices. */
export type DevicePage = Page<Device> & { readonly facets?: DeviceFacets };

/** What is asked of the cohorts of a project; archived ones never appear. */
export type CohortQuery = PageQuery & { readonly term?: string; readonly sort?: CohortSort };
/** A page of cohorts; the tally is of all cohorts of the project, not of the page. */
export type CohortPage = Page<Cohort> & { readonly tally: CohortTally };

/** What is asked of the artifacts of a project. */
export type ArtifactFilter = { readonly packageId?: PackageId; readonly blueprintId?: BlueprintId };

/** What is asked of the targets of a deployment. `order` names a permutation that an earlier answer handed out. */
export type TargetQuery = PageQuery & {
  readonly filter?: TargetFilter;
  readonly sort?: TargetSort;
  readonly order?: string;
};
/** A page of targets in an order that is kept, so that later pages neither move nor repeat rows. */
export type TargetPage = Page<TargetRow> & { readonly order: string };

/** What a poll of a rollout asks for: the rows on screen that changed after the revision it last saw. */
export type PulseQuery = { readonly since?: number; readonly deviceIds: readonly DeviceId[] };

/** What one device is told: a deployment and, for each of its packages, the artifact that fits this device best. */
export type Desired = {
  readonly deployment: Deployment;
  readonly sequenceNumber: bigint;
  readonly components: readonly { readonly component: Component; readonly artifact: Artifact }[];
};

/** What is asked of the reports of a project. Instants are inclusive below, exclusive above. */
export type OtaEventQuery = {
  readonly cohortId?: CohortId;
  readonly packageId?: PackageId;
  readonly deviceId?: DeviceId;
  readonly eventType?: string;
  readonly status?: number;
  readonly startMs?: number;
  readonly endMs?: number;
  readonly limit: number;
  /** From an earlier answer's `next`: go on with older ones. */
  readonly before?: number;
};
/** Reports, newest first; `next` is absent at the end. */
export type OtaEventPage = { readonly list: readonly OtaEvent[]; readonly next?: number };

/** How many reports carried each state and each reason code. */
export type OtaEventStats = {
  readonly total: number;
  readonly byEventType: ReadonlyMap<string, number>;
  readonly byStatus: ReadonlyMap<number, number>;
};

/** What is asked of a project's audit. Instants are inclusive below, exclusive above. */
export type AuditQuery = {
  readonly actor?: string;
  /** The id of a thing that the act was about. */
  readonly object?: string;
  readonly sinceMs?: number;
  readonly untilMs?: number;
  readonly limit: number;
  /** From an earlier answer's `before`: go on with older ones. */
  readonly before?: number;
};

/** What is asked of the log of a deployment: entries after a position, at most so many. */
export type EventQuery = { readonly since?: number; readonly limit: number };
