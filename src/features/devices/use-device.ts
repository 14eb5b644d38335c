import { useQueries, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useHas } from "#api/capabilities.ts";
import { cohortQueries } from "#api/cohorts.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { deviceQueries } from "#api/devices.ts";
import { packageQueries } from "#api/packages.ts";
import { MOVING_EVERY_MS, SETTLED_EVERY_MS } from "#api/polling.ts";
import type { Cohort } from "#domain/cohort.ts";
import { compositionOf } from "#domain/composition.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { DevicePastTarget } from "#domain/device-history.ts";
import type { Device } from "#domain/device.ts";
import type { DeviceId, PackageId, Scope } from "#domain/ids.ts";
import { mainPackageIdOf } from "#domain/package.ts";
import { livePart } from "./act-words.ts";
import { wantedRows, type WantedRow } from "./wanted.ts";

/** A device with what it belongs to and what it went through. */
export type DeviceView = {
  readonly device: Device;
  readonly cohort: Cohort | undefined;
  /** What its cohort runs; absent when nothing is, and for the moment it takes to read a new one. */
  readonly active: Deployment | undefined;
  readonly rows: readonly WantedRow[];
  readonly mainPackageId: PackageId | undefined;
  /** Newest first; absent where the backend keeps none, and while it is read. */
  readonly history: readonly DevicePastTarget[] | undefined;
  readonly historyProblem: string | undefined;
  /** Why the device could not be read again, and when it was read last. */
  readonly freshness: { readonly error: { readonly message: string } | null; readonly dataUpdatedAt: number };
};

/** Reads one device; often while it is updating. */
export function useDevice(scope: Scope, deviceId: DeviceId): DeviceView {
  const hasHistory = useHas("targets");
  const pastQuery = useQuery({
    ...deviceQueries.history(scope, deviceId),
    enabled: hasHistory,
    refetchInterval: ({ state }) => paceOf(state.data),
  });
  const history = hasHistory ? pastQuery.data : undefined;
  const {
    data: device,
    error,
    dataUpdatedAt,
  } = useSuspenseQuery({
    ...deviceQueries.one(scope, deviceId),
    refetchInterval: paceOf(history),
  });
  const { data: packages } = useSuspenseQuery(packageQueries.list(scope));
  const mainPackageId = mainPackageIdOf(packages);
  // A move to another cohort must not blank the page while that is read.
  const cohortIds = device.cohortId === undefined ? [] : [device.cohortId];
  const [cohortQuery] = useQueries({ queries: cohortIds.map((id) => cohortQueries.one(scope, id)) });
  const cohort = cohortQuery?.data;
  const activeOf = cohort?.activeDeploymentId === undefined ? [] : [{ ...cohort, active: cohort.activeDeploymentId }];
  const [activeQuery] = useQueries({
    queries: activeOf.map(({ id, active }) => deploymentQueries.one(scope, id, active)),
  });
  const active = activeQuery?.data;
  return {
    device,
    cohort,
    active,
    rows: wantedRows(device, compositionOf(active?.components ?? []), mainPackageId),
    mainPackageId,
    history,
    historyProblem: history === undefined ? pastQuery.error?.message : undefined,
    freshness: { error, dataUpdatedAt },
  };
}

function paceOf(history: readonly DevicePastTarget[] | undefined): number {
  return livePart(history ?? [])?.bucket === "in-progress" ? MOVING_EVERY_MS : SETTLED_EVERY_MS;
}
