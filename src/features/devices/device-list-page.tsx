import { useSuspenseQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useNavigation } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { blueprintQueries } from "#api/blueprints.ts";
import { backendHas, useHas } from "#api/capabilities.ts";
import { cohortQueries } from "#api/cohorts.ts";
import { deviceQueries } from "#api/devices.ts";
import { packageQueries } from "#api/packages.ts";
import { SETTLED_EVERY_MS } from "#api/polling.ts";
import { queryClient } from "#api/query-client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { tagQueries } from "#api/tags.ts";
import { DEVICE_SORTS, type Device, type DeviceFacets } from "#domain/device.ts";
import type { Scope } from "#domain/ids.ts";
import { mainPackageIdOf } from "#domain/package.ts";
import type { Page as PageOf } from "#domain/project.ts";
import { projectIdOf, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { searchOf, useUrlState } from "#navigation/url-state.ts";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState, NoMatch } from "#ui/empty-state.tsx";
import { Freshness } from "#ui/freshness.tsx";
import { NothingOnPage } from "#ui/nothing-on-page.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { CreateDeviceDialog } from "./create-device-dialog.tsx";
import { deviceColumns } from "./device-columns.tsx";
import {
  deviceListQueryOf,
  deviceListSearch,
  DEVICES_PER_PAGE,
  isFiltered,
  listing,
  NO_FILTER,
  type DeviceListSearch,
} from "./device-list-search.ts";
import { DeviceToolbar } from "./device-toolbar.tsx";
import { DevicesSentence } from "./devices-sentence.tsx";
import { COHORTS_TO_CHOOSE_FROM, useCohorts } from "./use-cohort-names.ts";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const [scope, hasFleet] = await Promise.all([scopeOf(projectIdOf(params)), backendHas("fleet")]);
  const query = deviceListQueryOf(searchOf(deviceListSearch, request), hasFleet);
  await Promise.all([
    queryClient.query(deviceQueries.list(scope, query)),
    queryClient.query(cohortQueries.list(scope, COHORTS_TO_CHOOSE_FROM)),
    queryClient.query(tagQueries.list(scope)),
    queryClient.query(blueprintQueries.list(scope)),
    queryClient.query(packageQueries.list(scope)),
  ]);
  return null;
}

/** Find a device, see what it runs and where it belongs. */
export function Component() {
  const scope = useScope(useProjectId());
  const [search, onSearch] = useUrlState(deviceListSearch);
  const [creating, setCreating] = useState(false);
  const { data: devices, ...query } = useSuspenseQuery({
    ...deviceQueries.list(scope, deviceListQueryOf(search, useHas("fleet"))),
    refetchInterval: SETTLED_EVERY_MS,
  });
  const filtered = isFiltered(search);
  const cutOff = useWhyNoWrites();
  const create = (
    <Button variant="primary" disabledReason={cutOff} onClick={() => setCreating(true)}>
      Create device
    </Button>
  );
  const dialog = creating ? <CreateDeviceDialog scope={scope} onClose={() => setCreating(false)} /> : null;
  if (devices.total === 0 && !filtered) {
    return (
      <Page title="Devices">
        {dialog}
        <EmptyState drawing="devices" action={create}>
          A device is one unit in the field. There is none yet.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title="Devices"
      sentence={<DevicesSentence total={devices.total} facets={devices.facets} filtered={filtered} />}
      actions={create}
    >
      {dialog}
      <DeviceList scope={scope} devices={devices} search={search} onSearch={onSearch}>
        <Freshness {...query} />
      </DeviceList>
    </Page>
  );
}

type DeviceListProps = {
  readonly scope: Scope;
  readonly devices: PageOf<Device> & { readonly facets?: DeviceFacets };
  readonly search: DeviceListSearch;
  readonly onSearch: (change: Partial<DeviceListSearch>) => void;
  /** Stands at the end of the tools. */
  readonly children: ReactNode;
};

function DeviceList({ scope, devices, search, onSearch, children }: DeviceListProps) {
  const { projectId } = scope;
  const { data: tags } = useSuspenseQuery(tagQueries.list(scope));
  const { data: blueprints } = useSuspenseQuery(blueprintQueries.list(scope));
  const { data: packages } = useSuspenseQuery(packageQueries.list(scope));
  const cohorts = useCohorts(
    scope,
    devices.list.map(({ cohortId }) => cohortId),
  );
  const busy = useNavigation().state === "loading";
  const canSort = useHas("fleet");
  const sortBy = (value: string) => onSearch(listing({ sort: DEVICE_SORTS.find((sort) => sort === value) ?? "name" }));
  const context = { projectId, cohorts, tags, blueprints, mainPackageId: mainPackageIdOf(packages) };
  return (
    <>
      <DeviceToolbar search={search} onSearch={onSearch} context={context} facets={devices.facets}>
        {children}
      </DeviceToolbar>
      <DataTable
        label="Devices"
        columns={deviceColumns(context)}
        rows={devices.list}
        rowKey={({ id }) => id}
        rowTo={({ id }) => paths.device(projectId, id)}
        {...(canSort ? { sort: { value: search.sort, onChange: sortBy } } : {})}
        busy={busy}
        empty={
          devices.total === 0 ? (
            <NoMatch onClear={() => onSearch(NO_FILTER)}>No device matches.</NoMatch>
          ) : (
            <NothingOnPage what="devices" onFirstPage={() => onSearch({ page: 0 })} />
          )
        }
      />
      <Pagination
        label="devices"
        page={search.page}
        perPage={DEVICES_PER_PAGE}
        total={devices.total}
        onPage={(page) => onSearch({ page })}
      />
    </>
  );
}
