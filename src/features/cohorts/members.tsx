import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigation } from "react-router";
import { useHas } from "#api/capabilities.ts";
import { deviceQueries } from "#api/devices.ts";
import { MOVING_EVERY_MS, SETTLED_EVERY_MS } from "#api/polling.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { useScope } from "#api/scope.ts";
import type { Cohort, CohortFilter } from "#domain/cohort.ts";
import { countText } from "#domain/counts.ts";
import type { Device } from "#domain/device.ts";
import type { DeviceId } from "#domain/ids.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { BidiText } from "#ui/bidi-text.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState, NoMatch } from "#ui/empty-state.tsx";
import { Freshness } from "#ui/freshness.tsx";
import { NothingOnPage } from "#ui/nothing-on-page.tsx";
import {
  deviceColumn,
  hardwareColumn,
  lastSeenColumn,
  reasonColumn,
  runsColumn,
  tagsColumn,
} from "./device-columns.tsx";
import { deviceNames } from "./device-names.ts";
import { DevicePages } from "./device-pages.tsx";
import { DeviceToolbar } from "./device-toolbar.tsx";
import { deviceSortOf, devicesQueryOf, isFiltered, listing, NO_FILTER } from "./members-search.ts";
import type { MembersSearch } from "./members-search.ts";
import { RemoveMembersDialog } from "./remove-members-dialog.tsx";
import { useFleet } from "./use-fleet.ts";
import type { Fleet } from "./use-fleet.ts";

export type MembersProps = {
  readonly cohort: Cohort;
  readonly search: MembersSearch;
  readonly onSearch: (change: Partial<MembersSearch>) => void;
};

/** The devices of a cohort and what they run. */
export function Members({ cohort, search, onSearch }: MembersProps) {
  const projectId = useProjectId();
  const scope = useScope(projectId);
  const fleet = useFleet(scope, cohort);
  const { data: devices, ...query } = useSuspenseQuery({
    ...deviceQueries.list(scope, devicesQueryOf(search, cohort.id)),
    refetchInterval: cohort.activeDeployment?.settled === false ? MOVING_EVERY_MS : SETTLED_EVERY_MS,
  });
  const busy = useNavigation().state === "loading";
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [removing, setRemoving] = useState<readonly DeviceId[]>();
  const cutOff = useWhyNoWrites();
  const removable = !cohort.archived;
  const canSort = useHas("fleet");

  if (devices.total === 0 && !isFiltered(search)) return <NoMembers cohort={cohort} />;
  const remove = () => setRemoving(idsOf(chosen));
  const sortBy = (sort: string) => onSearch(listing({ sort: deviceSortOf(sort) }));
  return (
    <>
      <DeviceToolbar search={search} onSearch={onSearch} {...fleet}>
        <Freshness {...query} />
        {removable ? (
          <span className="end">
            <Button
              size="small"
              onClick={remove}
              disabledReason={cutOff ?? (chosen.size === 0 ? "Choose the devices to remove first." : undefined)}
            >
              Remove from cohort ({countText(chosen.size)}/{countText(devices.total)})
            </Button>
          </span>
        ) : null}
      </DeviceToolbar>
      <DataTable
        label={`Devices of ${cohort.name}`}
        columns={columnsOf(fleet, cohort.filter)}
        rows={devices.list}
        rowKey={({ id }) => id}
        rowTo={({ id }) => paths.device(projectId, id)}
        {...(canSort ? { sort: { value: search.sort, onChange: sortBy } } : {})}
        {...(removable ? { selection: { selected: chosen, onChange: setChosen, labelOf: nameOf } } : {})}
        busy={busy}
        phones="lines-early"
        empty={
          devices.total === 0 ? (
            <NoMatch onClear={() => onSearch(NO_FILTER)}>No device of this cohort matches.</NoMatch>
          ) : (
            <NothingOnPage what="devices" onFirstPage={() => onSearch({ page: 0 })} />
          )
        }
      />
      <DevicePages search={search} total={devices.total} onSearch={onSearch} />
      {removing === undefined ? null : (
        <RemoveMembersDialog
          cohort={cohort}
          deviceIds={removing}
          onRemoved={() => setChosen(new Set())}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  );
}

function NoMembers({ cohort }: { readonly cohort: Cohort }) {
  const projectId = useProjectId();
  const dynamic = cohort.kind === "dynamic";
  const way = dynamic ? (
    <LinkButton variant="primary" to={paths.cohortFilter(projectId, cohort.id)}>
      Edit filter
    </LinkButton>
  ) : (
    <LinkButton variant="primary" to={paths.cohortDevices(projectId, cohort.id, { add: true })}>
      Add devices
    </LinkButton>
  );
  return (
    <EmptyState drawing="devices" action={cohort.archived ? null : way}>
      <BidiText text={cohort.name} /> has no devices{dynamic ? ": none matches its filter, or others hold them" : ""}.
      What is deployed to it reaches every device that joins.
    </EmptyState>
  );
}

function columnsOf(fleet: Fleet, filter: CohortFilter | undefined) {
  const names = deviceNames(fleet.tags, fleet.blueprints, []);
  return [
    deviceColumn,
    ...(filter === undefined ? [] : [reasonColumn(filter)]),
    runsColumn(fleet.mainPackageId, fleet.deployed),
    hardwareColumn(names),
    tagsColumn(names),
    lastSeenColumn,
  ];
}

function nameOf({ name }: Pick<Device, "name">): string {
  return name;
}

function idsOf(chosen: ReadonlySet<string>): readonly DeviceId[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: the table's row keys are the devices' ids
  return [...chosen] as readonly string[] as readonly DeviceId[];
}
