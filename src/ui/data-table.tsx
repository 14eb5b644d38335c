import type { ReactNode } from "react";
import { DataTableBody, DataTableSkeleton } from "./data-table-body.tsx";
import { DataTableHead, SortOnPhones } from "./data-table-head.tsx";
import { TableBox } from "./data-table-styles.ts";

/** One column; its place on a phone is one of the corners of a row of two lines, or three. */
export type Column<Row> = {
  /** Unique in the table. */
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Names the row; exactly one column, the first. It carries the row's link and stays when scrolled sideways. */
  readonly identity?: true;
  /** `end` for numbers. */
  readonly align?: "start" | "end";
  /** CSS width; otherwise what the content needs. */
  readonly width?: string;
  /** May break into lines and shrink; other cells keep to one line. */
  readonly wrap?: true;
  /** The cell holds a `TrackCell`. */
  readonly track?: true;
  /** Values of the list's `sort` for both directions; `first` is what the first click gives. */
  readonly sort?: {
    readonly ascending: string;
    readonly descending: string;
    readonly first?: "ascending" | "descending";
  };
  /** Left out on a tablet, where there is no room for it; `hidden-early`: on a small screen beside the wide rail, too. */
  readonly tablet?: "hidden" | "hidden-early";
  /** Where it stands on a phone; without it, in its own line below. */
  readonly phone?: "top-left" | "top-right" | "bottom-left" | "bottom-right" | "foot-left" | "foot-right" | "hidden";
};

export type DataTableSort = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What phones call a value that belongs to no column; "default" unless told. */
  readonly otherLabel?: string;
};

type DataTableSelection<Row> = {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  /** "harbour-0142", for the checkbox's name. */
  readonly labelOf: (row: Row) => string;
};

export type DataTableProps<Row> = {
  /** The accessible name, e.g. "Devices of this rollout". */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Absent while they load: the table's own shape in sunken tone. At most about 100. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly rowHeight?: 32 | 40 | 52;
  readonly sort?: DataTableSort;
  readonly selection?: DataTableSelection<Row>;
  /** The page behind a row; its identity cell is the link, the whole row can be clicked. */
  readonly rowTo?: (row: Row) => string;
  /** A link of a row leaves the scroll alone, because only a part of the page changes. */
  readonly keepScroll?: boolean;
  /** The row that is open beside the table, or runs now. */
  readonly isCurrent?: (row: Row) => boolean;
  /** Shown in place of rows: `EmptyState` or `NoMatch`. */
  readonly empty?: ReactNode;
  /** Rows of the skeleton. */
  readonly loadingRows?: number;
  /** Newer rows are on their way; these are still right to read. */
  readonly busy?: boolean;
  /** `fixed`: columns keep their width whatever their cells say, and cut what is too long. For rows that change live. */
  readonly layout?: "content" | "fixed";
  /** `sideways`: scrolls within itself under a sticky first column; its head does not stick to the page. */
  readonly scroll?: "page" | "sideways";
  /** `lines`: two-line rows on phones (default); `lines-early`: on tablets too. `grid`: stays a grid. */
  readonly phones?: "lines" | "lines-early" | "grid";
};

/** A real table: identity first, then state, numbers to the right; sorted, filtered and paged by whoever owns the address. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, empty, rowHeight = 40, sort, busy = false, scroll = "page", phones = "lines", columns } = props;
  const { layout = "content" } = props;
  const isEmpty = rows?.length === 0;
  return (
    <TableBox
      className={`${scroll} ${phones === "lines-early" ? "lines lines-early" : phones} ${layout} h${rowHeight}`}
      {...(scroll === "sideways" ? { tabIndex: 0, role: "group", "aria-label": label } : {})}
    >
      {sort === undefined || isEmpty ? null : <SortOnPhones columns={columns} sort={sort} />}
      <table aria-label={label} aria-busy={busy || rows === undefined}>
        <DataTableHead {...props} />
        {rows === undefined ? <DataTableSkeleton {...props} /> : <DataTableBody {...props} rows={rows} />}
      </table>
      {isEmpty ? <div className="empty">{empty ?? "Nothing here."}</div> : null}
    </TableBox>
  );
}
