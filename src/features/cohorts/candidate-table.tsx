import { useHas } from "#api/capabilities.ts";
import type { Device, DeviceSort } from "#domain/device.ts";
import type { CohortId } from "#domain/ids.ts";
import { DataTable } from "#ui/data-table.tsx";
import { NoMatch } from "#ui/empty-state.tsx";
import { NothingOnPage } from "#ui/nothing-on-page.tsx";
import {
  cohortColumn,
  deviceColumn,
  hardwareColumn,
  lastSeenColumn,
  runsColumn,
  tagsColumn,
} from "./device-columns.tsx";
import type { DeviceNames } from "./device-names.ts";
import { deviceSortOf, listing, NO_FILTER } from "./members-search.ts";
import type { MembersSearch } from "./members-search.ts";
import type { Choice } from "./move.ts";
import type { Fleet } from "./use-fleet.ts";

export type CandidateTableProps = {
  readonly devices: readonly Device[];
  /** How many the filter matches, on all pages. */
  readonly total: number;
  readonly choice: Choice;
  /** Some devices of this page were picked, or taken back. */
  readonly onPick: (devices: readonly Device[], picked: boolean) => void;
  readonly sort: DeviceSort;
  readonly onSearch: (change: Partial<MembersSearch>) => void;
  readonly names: DeviceNames;
  readonly fleet: Fleet;
  readonly here: CohortId;
  readonly busy: boolean;
};

/** Devices that could be added, with the cohorts they would leave. */
export function CandidateTable(props: CandidateTableProps) {
  const { devices, total, choice, onPick, sort, onSearch, names, fleet, here, busy } = props;
  const chosen = choice.kind === "matching" ? devices : devices.filter(({ id }) => choice.devices.has(id));
  const canSort = useHas("fleet");
  const sortBy = (value: string) => onSearch(listing({ sort: deviceSortOf(value) }));
  const pick = (selected: ReadonlySet<string>) => {
    if (choice.kind === "matching") {
      onPick(
        devices.filter(({ id }) => selected.has(id)),
        true,
      );
      return;
    }
    const added = devices.filter(({ id }) => selected.has(id) && !choice.devices.has(id));
    const taken = devices.filter(({ id }) => !selected.has(id) && choice.devices.has(id));
    onPick(added.length > 0 ? added : taken, added.length > 0);
  };
  return (
    <DataTable
      label="Devices that can be added"
      columns={[
        deviceColumn,
        cohortColumn(names, here),
        runsColumn(fleet.mainPackageId),
        hardwareColumn(names),
        tagsColumn(names),
        lastSeenColumn,
      ]}
      rows={devices}
      rowKey={({ id }) => id}
      {...(canSort ? { sort: { value: sort, onChange: sortBy } } : {})}
      selection={{
        selected: new Set(chosen.map(({ id }) => id)),
        onChange: pick,
        labelOf: ({ name }) => name,
      }}
      busy={busy}
      phones="lines-early"
      empty={
        total === 0 ? (
          <NoMatch onClear={() => onSearch(NO_FILTER)}>
            No device matches. Without filters, devices of other cohorts are shown too.
          </NoMatch>
        ) : (
          <NothingOnPage what="devices" onFirstPage={() => onSearch({ page: 0 })} />
        )
      }
    />
  );
}
