import { useVirtualizer } from "@tanstack/react-virtual";
import type { ReactNode, RefObject } from "react";
import { ROW_HEIGHT_PX } from "./history-grid-styles.ts";

export type WindowedRowsProps = {
  /** What scrolls. */
  readonly box: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly columnCount: number;
  readonly renderRow: (index: number) => ReactNode;
};

/** Only the rows in view and a few around them; two empty rows keep the place of the others. */
export function WindowedRows({ box, count, columnCount, renderRow }: WindowedRowsProps) {
  // oxlint-disable-next-line react/incompatible-library -- the compiler leaves this component alone, which is what it needs
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
  });
  const shown = virtualizer.getVirtualItems();
  const before = shown.at(0)?.start ?? 0;
  const after = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <tbody>
      <Gap heightPx={before} columnCount={columnCount} />
      {shown.map(({ index }) => renderRow(index))}
      <Gap heightPx={after} columnCount={columnCount} />
    </tbody>
  );
}

function Gap({ heightPx, columnCount }: { readonly heightPx: number; readonly columnCount: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden="true" className="gap">
      <td colSpan={columnCount} style={{ height: heightPx }} />
    </tr>
  );
}
