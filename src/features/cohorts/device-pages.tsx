import { Pagination } from "#ui/pagination.tsx";
import { DEVICES_PER_PAGE } from "./members-search.ts";
import type { MembersSearch } from "./members-search.ts";

export type DevicePagesProps = {
  readonly search: MembersSearch;
  /** How many devices the list has, on all pages. */
  readonly total: number;
  readonly onSearch: (change: Partial<MembersSearch>) => void;
};

/** The way through the pages of a list of devices; nothing where there are none. */
export function DevicePages({ search, total, onSearch }: DevicePagesProps) {
  return total === 0 ? null : (
    <Pagination
      label="devices"
      page={search.page}
      perPage={DEVICES_PER_PAGE}
      total={total}
      onPage={(page) => onSearch({ page })}
    />
  );
}
