import type { KeyboardEvent } from "react";
import { useRef } from "react";
import type { Deployment } from "#domain/deployment.ts";
import type { HistoryGrid as Grid } from "#domain/deployment-history.ts";
import type { DeploymentId, PackageId } from "#domain/ids.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { MainStar } from "#ui/version-text.tsx";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";
import { moveFocus } from "./focus-in-grid.ts";
import { COLUMN_WIDTHS_PX, GridBox } from "./history-grid-styles.ts";
import { HistoryRow } from "./history-row.tsx";
import { useFits } from "./use-fits.ts";
import { WindowedRows } from "./windowed-rows.tsx";

export type HistoryGridProps = {
  readonly grid: Grid<Deployment>;
  readonly mainPackageId: PackageId | undefined;
  readonly activeId: DeploymentId | undefined;
  /** All deployments of the cohort, loaded or not. */
  readonly total: number;
  /** Whether the backend says how far each one has landed. */
  readonly showLanding: boolean;
  readonly rolloutPath: (deploymentId: DeploymentId) => string;
  readonly rollbackPath: (deploymentId: DeploymentId) => string;
};

/** More rows than these are windowed; fewer cost less than windowing them. */
const WINDOWED_ABOVE = 100;

/** Columns beside those of the packages: name, started, sequence, roll back. */
const OTHER_COLUMNS = 4;

/** Deployment by deployment, which package moved when: a real table whose columns are tracks. */
export function HistoryGrid({ grid, mainPackageId, total, ...row }: HistoryGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const fits = useFits(box);
  const windowed = grid.rows.length > WINDOWED_ABOVE;
  const boxed = windowed || !fits;
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    if (moveFocus(event.currentTarget, event.target, event)) event.preventDefault();
  };
  return (
    <GridBox ref={box} className={boxed ? "boxed" : "open"}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys only save steps between the links within */}
      <table
        aria-label="Deployment history"
        aria-rowcount={total + 1}
        onKeyDown={move}
        {...(windowed ? windowedTable(grid.columns.length) : {})}
      >
        {windowed ? <ColumnWidths columns={grid.columns} /> : null}
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="identity">
              Deployment
            </th>
            {grid.columns.map((packageId) => (
              <th key={packageId} scope="col" className="track">
                <BidiText text={packageId} maxLength={24} /> {packageId === mainPackageId ? <MainStar /> : null}
              </th>
            ))}
            <th scope="col">Started</th>
            <th scope="col" className="end">
              Sequence
            </th>
            <th scope="col">
              <VisuallyHidden>Roll back</VisuallyHidden>
            </th>
          </tr>
        </thead>
        {windowed ? (
          <WindowedRows
            box={box}
            count={grid.rows.length}
            columnCount={grid.columns.length + OTHER_COLUMNS}
            renderRow={(index) => rowAt(grid, index, row)}
          />
        ) : (
          <tbody>{grid.rows.map((_, index) => rowAt(grid, index, row))}</tbody>
        )}
      </table>
    </GridBox>
  );
}

function windowedTable(tracks: number) {
  const { name, track, started, sequence, rollback } = COLUMN_WIDTHS_PX;
  return { className: "windowed", style: { minWidth: name + tracks * track + started + sequence + rollback } };
}

function ColumnWidths({ columns }: { readonly columns: readonly PackageId[] }) {
  const { name, track, started, sequence, rollback } = COLUMN_WIDTHS_PX;
  return (
    <colgroup>
      <col style={{ width: name }} />
      {columns.map((packageId) => (
        <col key={packageId} style={{ width: track }} />
      ))}
      <col style={{ width: started }} />
      <col style={{ width: sequence }} />
      <col style={{ width: rollback }} />
    </colgroup>
  );
}

function rowAt(
  grid: Grid<Deployment>,
  index: number,
  props: Omit<HistoryGridProps, "grid" | "mainPackageId" | "total">,
) {
  const row = grid.rows[index];
  if (row === undefined) return null;
  const { activeId, ...rest } = props;
  return (
    <HistoryRow
      key={row.deployment.id}
      row={row}
      rowIndex={index + 2}
      active={row.deployment.id === activeId}
      {...rest}
    />
  );
}
