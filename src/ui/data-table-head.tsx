import type { Column, DataTableProps, DataTableSort } from "./data-table.tsx";
import { CheckField } from "./check-field.tsx";
import { Icon } from "./icon.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** The row of column headers. */
export function DataTableHead<Row>({ columns, rows, rowKey, sort, selection }: DataTableProps<Row>) {
  return (
    <thead>
      <tr>
        {selection === undefined ? null : (
          <th scope="col" className="select">
            <SelectAll keys={(rows ?? []).map(rowKey)} selected={selection.selected} onChange={selection.onChange} />
          </th>
        )}
        {columns.map((column) => (
          <HeaderCell key={column.key} column={column} sort={sort} />
        ))}
      </tr>
    </thead>
  );
}

function HeaderCell<Row>({ column, sort }: { readonly column: Column<Row>; readonly sort: DataTableSort | undefined }) {
  const direction = directionOf(column, sort?.value);
  const sortable = column.sort;
  return (
    <th
      scope="col"
      className={classOf(column)}
      style={column.width === undefined ? undefined : { width: column.width }}
      {...(direction === undefined ? {} : { "aria-sort": direction })}
    >
      {sortable === undefined || sort === undefined ? (
        column.header
      ) : (
        <>
          <button type="button" onClick={() => sort.onChange(nextSort(sortable, direction))}>
            {column.header}
            <Icon name={direction === "descending" ? "sortDown" : "sortUp"} size={12} />
          </button>
          <span className="unsorted">{column.header}</span>
        </>
      )}
    </th>
  );
}

/** On a phone there are no headers to press. */
export function SortOnPhones<Row>({
  columns,
  sort,
}: {
  readonly columns: readonly Column<Row>[];
  readonly sort: DataTableSort;
}) {
  const choices = columns.flatMap((column) =>
    column.sort === undefined
      ? []
      : [
          { value: column.sort.ascending, column, direction: "ascending" },
          { value: column.sort.descending, column, direction: "descending" },
        ],
  );
  if (choices.length === 0) return null;
  return (
    <label className="sort-on-phones">
      Sort by{" "}
      <select value={sort.value} onChange={(event) => sort.onChange(event.target.value)}>
        {choices.some((choice) => choice.value === sort.value) ? null : (
          <option value={sort.value}>{sort.otherLabel ?? "default"}</option>
        )}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {typeof choice.column.header === "string" ? choice.column.header : choice.column.key}, {choice.direction}
          </option>
        ))}
      </select>
    </label>
  );
}

function SelectAll(props: {
  readonly keys: readonly string[];
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
}) {
  const chosen = props.keys.filter((key) => props.selected.has(key)).length;
  const all = chosen === props.keys.length && chosen > 0;
  const toggle = () => {
    const rest = [...props.selected].filter((key) => !props.keys.includes(key));
    props.onChange(new Set(all ? rest : [...rest, ...props.keys]));
  };
  return (
    <CheckField checked={all} mixed={chosen > 0 && !all} onChange={toggle}>
      <VisuallyHidden>Select all on this page</VisuallyHidden>
    </CheckField>
  );
}

/** Class names of a column's cells, in head and body. */
export function classOf<Row>(column: Column<Row>): string {
  return [
    column.identity === true ? "identity" : "",
    column.align === "end" ? "end" : "",
    column.wrap === true ? "wrap" : "",
    column.track === true ? "track" : "",
    column.tablet === undefined ? "" : "not-on-tablets",
    column.tablet === "hidden-early" ? "not-on-small" : "",
    column.phone === undefined ? "own-line" : column.phone,
  ]
    .filter((name) => name !== "")
    .join(" ");
}

type Direction = "ascending" | "descending" | "none";

function directionOf<Row>(column: Column<Row>, value: string | undefined): Direction | undefined {
  if (column.sort === undefined || value === undefined) return undefined;
  if (value === column.sort.ascending) return "ascending";
  return value === column.sort.descending ? "descending" : "none";
}

function nextSort(sort: NonNullable<Column<unknown>["sort"]>, direction: Direction | undefined): string {
  if (direction === "ascending") return sort.descending;
  if (direction === "descending") return sort.ascending;
  return sort.first === "descending" ? sort.descending : sort.ascending;
}
