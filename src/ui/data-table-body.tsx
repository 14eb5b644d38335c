import type { Column, DataTableProps } from "./data-table.tsx";
import { classOf } from "./data-table-head.tsx";
import { CheckField } from "./check-field.tsx";
import { Link } from "./link.tsx";
import { SkeletonLine } from "./skeleton.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** The rows. */
export function DataTableBody<Row>(props: DataTableProps<Row> & { readonly rows: readonly Row[] }) {
  return (
    <tbody>
      {props.rows.map((row) => (
        <BodyRow key={props.rowKey(row)} row={row} {...props} />
      ))}
    </tbody>
  );
}

function BodyRow<Row>(props: DataTableProps<Row> & { readonly row: Row }) {
  const { row, columns, rowKey, selection, rowTo, isCurrent } = props;
  const key = rowKey(row);
  const current = isCurrent?.(row) === true;
  const toggle = (selected: ReadonlySet<string>) =>
    new Set(selected.has(key) ? [...selected].filter((other) => other !== key) : [...selected, key]);
  return (
    <tr className={[rowTo === undefined ? "" : "linked", current ? "current" : ""].join(" ")}>
      {selection === undefined ? null : (
        <td className="select">
          <CheckField
            checked={selection.selected.has(key)}
            onChange={() => selection.onChange(toggle(selection.selected))}
          >
            <VisuallyHidden>{`Select ${selection.labelOf(row)}`}</VisuallyHidden>
          </CheckField>
        </td>
      )}
      {columns.map((column) =>
        column.identity === true ? (
          <th key={column.key} scope="row" className={classOf(column)}>
            <Identity column={column} current={current} {...props} />
          </th>
        ) : (
          <td key={column.key} className={classOf(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function Identity<Row>(
  props: DataTableProps<Row> & { readonly row: Row; readonly column: Column<Row>; readonly current: boolean },
) {
  const { row, rowTo, column, current, keepScroll } = props;
  if (rowTo === undefined) return column.cell(row);
  return (
    <Link
      to={rowTo(row)}
      className="row-link"
      {...(keepScroll === true ? { keepScroll } : {})}
      {...(current ? { "aria-current": true } : {})}
    >
      {column.cell(row)}
    </Link>
  );
}

/** The table's own shape while its rows load. */
export function DataTableSkeleton<Row>({ columns, selection, loadingRows = 10 }: DataTableProps<Row>) {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: loadingRows }, (_, row) => (
        <tr key={row}>
          {selection === undefined ? null : <td className="select" />}
          {columns.map((column, index) => (
            <td key={column.key} className={classOf(column)}>
              <SkeletonLine width={index === 0 ? 120 + ((row * 37) % 80) : 40 + ((row * 29 + index * 17) % 60)} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
