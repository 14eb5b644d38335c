import styled from "@emotion/styled";
import type { ReactNode } from "react";
import type { DeviceId } from "#domain/ids.ts";
import { SUBSTATES, TARGET_SORTS, type Counts, type TargetRow } from "#domain/target.ts";
import type { PhaseProgress } from "#domain/phase-progress.ts";
import { reasonText } from "#domain/reason.ts";
import { capitalised } from "#lib/capitalised.ts";
import { Button } from "#ui/button.tsx";
import { Toolbar } from "#ui/card.tsx";
import { DataTable, type Column } from "#ui/data-table.tsx";
import { EmptyState, NoMatch } from "#ui/empty-state.tsx";
import { FilterMenu } from "#ui/filter-menu.tsx";
import { formatCount, formatCounted } from "#ui/format.ts";
import { NothingOnPage } from "#ui/nothing-on-page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { SUBSTATE_WORDS } from "#domain/substate-words.ts";
import { ink } from "#ui/theme/tokens.ts";
import { isFiltered, listing, NO_FILTER, PAGE_SIZES, type RolloutSearch } from "./rollout-search.ts";

type DeviceListProps = {
  readonly columns: readonly Column<TargetRow>[];
  readonly rows: readonly TargetRow[];
  /** Of the list under its filters. */
  readonly total: number;
  readonly counts: Counts;
  readonly search: RolloutSearch;
  readonly onSearch: (change: Partial<RolloutSearch>) => void;
  /** In order; empty where all devices may have it at once. */
  readonly phases: readonly PhaseProgress[];
  /** Gives the devices of the list another attempt; absent where that makes no sense for them. */
  readonly onRetryThese: (() => void) | undefined;
  /** Devices that a fresh list would show elsewhere. */
  readonly moved: number;
  readonly onRefresh: () => void;
  readonly busy: boolean;
  readonly openDeviceId: DeviceId | undefined;
  readonly rowTo: (row: TargetRow) => string;
};

/** Every device of the rollout, found, filtered, sorted and paged by the backend. */
export function DeviceList(props: DeviceListProps) {
  const { columns, rows, total, search, onSearch, busy, openDeviceId, rowTo } = props;
  return (
    <section aria-labelledby="devices">
      <Tools {...props} />
      <DataTable
        label="Devices of this rollout"
        columns={columns}
        rows={rows}
        rowKey={({ deviceId }) => deviceId}
        layout="fixed"
        busy={busy}
        keepScroll
        rowTo={rowTo}
        isCurrent={({ deviceId }) => deviceId === openDeviceId}
        sort={{ value: search.sort, onChange: (value) => onSearch(listing({ sort: sortOf(value) })) }}
        empty={emptyList(props)}
      />
      {rows.length > 0 ? (
        <Pagination
          label="devices"
          page={search.page}
          perPage={Number(search.perPage)}
          total={total}
          onPage={(page) => onSearch({ page })}
          onPerPage={(perPage) => onSearch(listing({ perPage: pageSizeOf(perPage) }))}
        />
      ) : null}
    </section>
  );
}

function Tools({ total, counts, search, onSearch, phases, moved, onRefresh, onRetryThese }: DeviceListProps) {
  const present = SUBSTATES.filter((substate) => counts.substates[substate] || search.substate.includes(substate));
  return (
    <Toolbar>
      <Title id="devices">Devices</Title>
      <SearchField label="Find a device" value={search.term} onChange={(term) => onSearch(listing({ term }))} />
      <FilterMenu
        label="Detail"
        options={present.map((substate) => ({
          value: substate,
          label: SUBSTATE_WORDS[substate],
          count: counts.substates[substate] ?? 0,
        }))}
        selected={search.substate}
        onChange={(selected) => onSearch(listing({ substate: SUBSTATES.filter((one) => selected.includes(one)) }))}
      />
      {phases.length > 1 ? (
        <FilterMenu
          label="Phase"
          options={phases.map(({ index, name, added }) => ({
            value: String(index + 1),
            label: `${index + 1} · ${name}`,
            count: added,
          }))}
          selected={search.phase.map(String)}
          onChange={(selected) => onSearch(listing({ phase: selected.map(Number).toSorted((a, b) => a - b) }))}
        />
      ) : null}
      {search.reason.map((reason) => (
        <Button
          key={reason}
          aria-pressed
          icon="times"
          onClick={() => onSearch(listing({ reason: search.reason.filter((one) => one !== reason) }))}
        >
          {capitalised(reasonText(reason))}
        </Button>
      ))}
      {counts.stuck > 0 || search.stuck ? (
        <Button aria-pressed={search.stuck} icon="warning" onClick={() => onSearch(listing({ stuck: !search.stuck }))}>
          Stuck ({formatCount(counts.stuck)})
        </Button>
      ) : null}
      {isFiltered(search) ? (
        <Button variant="quiet" onClick={() => onSearch(NO_FILTER)}>
          Clear filters
        </Button>
      ) : null}
      {onRetryThese === undefined || total === 0 ? null : (
        <Button onClick={onRetryThese}>Retry these {formatCount(total)}…</Button>
      )}
      <Kept className="end">
        {isFiltered(search)
          ? `${formatCount(total)} of ${formatCounted(counts.total, "device")}`
          : formatCounted(counts.total, "device")}
        {moved > 0 ? (
          <>
            {" "}
            · order kept,{" "}
            <Button variant="quiet" size="small" onClick={onRefresh}>
              {formatCount(moved)} moved, refresh
            </Button>
          </>
        ) : null}
      </Kept>
    </Toolbar>
  );
}

/** Why no row is there: nothing matches, a page beyond the last, or no device at all. */
function emptyList({ total, counts, search, onSearch }: DeviceListProps): ReactNode {
  if (total > 0) return <NothingOnPage what="devices" onFirstPage={() => onSearch({ page: 0 })} />;
  if (counts.total === 0)
    return <EmptyState drawing="devices">No device takes part in this deployment yet.</EmptyState>;
  const words = search.term === "" ? "No device is in this state." : `No device matches “${search.term}”.`;
  return <NoMatch onClear={() => onSearch(NO_FILTER)}>{words}</NoMatch>;
}

function sortOf(value: string): RolloutSearch["sort"] {
  return TARGET_SORTS.find((sort) => sort === value) ?? "trouble";
}

function pageSizeOf(perPage: number): RolloutSearch["perPage"] {
  return PAGE_SIZES.find((size) => Number(size) === perPage) ?? "25";
}

const Title = styled.h2({ marginRight: 4, color: ink.first });

const Kept = styled.span({ minHeight: 28, display: "inline-flex", alignItems: "center", color: ink.third });
