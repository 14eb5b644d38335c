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
  /** Whether the backend says under which number each one was told. */
  readonly showSequence: boolean;
  readonly rolloutPath: (deploymentId: DeploymentId) => string;
  readonly rollbackPath: (deploymentId: DeploymentId) => string;
};

/** More rows than these are windowed; fewer cost less than windowing them. */
const WINDOWED_ABOVE = 100;

/** Columns beside those of the packages: name, started, roll back. */
const OTHER_COLUMNS = 3;

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
        {...(windowed ? windowedTable(grid.columns.length, row.showSequence) : {})}
      >
        {windowed ? <ColumnWidths columns={grid.columns} showSequence={row.showSequence} /> : null}
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
            {row.showSequence ? (
              <th scope="col" className="end">
                Sequence
              </th>
            ) : null}
            <th scope="col">
              <VisuallyHidden>Roll back</VisuallyHidden>
            </th>
          </tr>
        </thead>
        {windowed ? (
          <WindowedRows
            box={box}
            count={grid.rows.length}
            columnCount={grid.columns.length + OTHER_COLUMNS + (row.showSequence ? 1 : 0)}
            renderRow={(index) => rowAt(grid, index, row)}
          />
        ) : (
          <tbody>{grid.rows.map((_, index) => rowAt(grid, index, row))}</tbody>
        )}
      </table>
    </GridBox>
  );
}

function windowedTable(tracks: number, showSequence: boolean) {
  const { name, track, started, sequence, rollback } = COLUMN_WIDTHS_PX;
  const others = started + (showSequence ? sequence : 0) + rollback;
  return { className: "windowed", style: { minWidth: name + tracks * track + others } };
}

type ColumnWidthsProps = Pick<HistoryGridProps, "showSequence"> & { readonly columns: readonly PackageId[] };

function ColumnWidths({ columns, showSequence }: ColumnWidthsProps) {
  const { name, track, started, sequence, rollback } = COLUMN_WIDTHS_PX;
  return (
    <colgroup>
      <col style={{ width: name }} />
      {columns.map((packageId) => (
        <col key={packageId} style={{ width: track }} />
      ))}
      <col style={{ width: started }} />
      {showSequence ? <col style={{ width: sequence }} /> : null}
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
