import { useSuspenseQuery } from "@tanstack/react-query";
import { useLocation, useMatch, useNavigation } from "react-router";
import { worldNowMs } from "#api/client.ts";
import { rolloutQueries, useRefreshOrder } from "#api/rollout.ts";
import { comparePackages } from "#domain/composition.ts";
import type { PackageChange } from "#domain/deployment-diff.ts";
import type { CohortId, DeviceId, PackageId, Scope } from "#domain/ids.ts";
import type { TargetFilter, TargetRow } from "#domain/target.ts";
import { paths } from "#navigation/paths.ts";
import { patterns } from "#navigation/patterns.ts";
import { useTick } from "#ui/use-tick.ts";
import { deviceColumns } from "./device-columns.tsx";
import { DeviceList } from "./device-list.tsx";
import { areRetriable, targetsQueryOf, type RolloutSearch } from "./rollout-search.ts";
import { useMovedSince } from "./use-moved-since.ts";
import type { LiveRollout } from "./use-live-rollout.ts";

/** Rows are told by the pulse; now and then they are read again, for what a lost answer may have left out. */
const READ_AGAIN_EVERY_MS = 15_000;

export type DevicesProps = {
  readonly scope: Scope;
  readonly cohortId: CohortId;
  readonly live: LiveRollout;
  /** The cohort is frozen. */
  readonly frozen: boolean;
  readonly mainPackageId: PackageId | undefined;
  /** What the deployment changes against the one before. */
  readonly changes: readonly PackageChange[];
  readonly search: RolloutSearch;
  readonly onSearch: (change: Partial<RolloutSearch>) => void;
  /** Asks before what the list shows is tried again; absent where it cannot be. */
  readonly onRetryThese: ((asked: TargetsAsked) => void) | undefined;
};

type TargetsAsked = { readonly filter: TargetFilter; readonly count: number };

/** The devices of a rollout as they stand now, in an order that is kept while they change. */
export function Devices({
  scope,
  cohortId,
  live,
  frozen,
  mainPackageId,
  changes,
  search,
  onSearch,
  onRetryThese,
}: DevicesProps) {
  const { deployment, pulse, paused } = live;
  const asked = targetsQueryOf(search);
  const { data: page } = useSuspenseQuery({
    ...rolloutQueries.targets(scope, cohortId, deployment.id, asked),
    refetchInterval: paused || pulse.settled ? false : READ_AGAIN_EVERY_MS,
    refetchOnWindowFocus: !paused,
  });
  const refresh = useRefreshOrder(scope, cohortId, deployment.id);
  const order = page.order ?? JSON.stringify(asked);
  const moved = useMovedSince({ order, rows: page.list, ...pulse }, asked);
  const tickMs = useTick(worldNowMs);
  const { search: address } = useLocation();
  const rowTo = ({ deviceId }: TargetRow) =>
    `${paths.target(scope.projectId, cohortId, deployment.id, deviceId)}${address}`;
  const openDeviceId = useOpenDeviceId();
  const columns = deviceColumns({
    packageIds: deployment.components.map(({ packageId }) => packageId).toSorted(comparePackages(mainPackageId)),
    changes,
    isNarrow: openDeviceId !== undefined,
    mainPackageId,
    maxAttempts: deployment.plan.retry.maxAttempts,
    wait: {
      state: deployment.state,
      frozen,
      phases: deployment.phases,
      nowMs: paused ? pulse.nowMs : Math.max(pulse.nowMs, tickMs),
    },
  });
  return (
    <DeviceList
      columns={columns}
      rows={page.list}
      total={page.total}
      counts={deployment.counts}
      search={search}
      onSearch={onSearch}
      phases={deployment.phases ?? []}
      onRetryThese={
        onRetryThese === undefined || !areRetriable(search)
          ? undefined
          : () => onRetryThese({ filter: asked.filter, count: page.total })
      }
      moved={moved}
      // A failure shows at the page's status, where the backend's silence is told.
      onRefresh={() => void refresh()}
      busy={useNavigation().state === "loading"}
      openDeviceId={openDeviceId}
      rowTo={rowTo}
    />
  );
}

/** The device that is open beside the list. */
function useOpenDeviceId(): DeviceId | undefined {
  const deviceId = useMatch(patterns.target)?.params.deviceId;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: an id is whatever the address says it is
  return deviceId as DeviceId | undefined;
}
