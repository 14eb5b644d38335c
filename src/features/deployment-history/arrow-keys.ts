/** Where a control of the grid stands: its row and its column, both from 0. */
export type Place = { readonly row: number; readonly column: number };

/**
 * The control that a key leads to, following the grid pattern of the ARIA practices: arrows go to the next control in
 * that direction, Home and End to the ends of the row, with Ctrl to the corners, Page Up and Down by ten rows.
 * Nothing for any other key, and where there is nowhere to go. Not every place has a control.
 */
export function placeAfterKey(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  from: Place,
  places: readonly Place[],
): Place | undefined {
  const sameRow = places.filter(({ row }) => row === from.row).toSorted((a, b) => a.column - b.column);
  const ordered = places.toSorted((a, b) => a.row - b.row || a.column - b.column);
  switch (key) {
    case "ArrowLeft":
      return sameRow.findLast(({ column }) => column < from.column);
    case "ArrowRight":
      return sameRow.find(({ column }) => column > from.column);
    case "ArrowUp":
      return byRows(from, -1, places);
    case "ArrowDown":
      return byRows(from, 1, places);
    case "PageUp":
      return byRows(from, -ROWS_A_PAGE, places);
    case "PageDown":
      return byRows(from, ROWS_A_PAGE, places);
    case "Home":
      return ctrlKey ? ordered.at(0) : sameRow.at(0);
    case "End":
      return ctrlKey ? ordered.at(-1) : sameRow.at(-1);
    default:
      return undefined;
  }
}

const ROWS_A_PAGE = 10;

/** As many rows on as asked, or as there are, to the control that stands nearest to the same column. */
function byRows(from: Place, rows: number, places: readonly Place[]): Place | undefined {
  const ahead = [...new Set(places.map(({ row }) => row))]
    .filter((row) => (rows > 0 ? row > from.row : row < from.row))
    .toSorted((a, b) => Math.abs(a - from.row) - Math.abs(b - from.row));
  const row = ahead.findLast((candidate) => Math.abs(candidate - from.row) <= Math.abs(rows)) ?? ahead.at(0);
  return places
    .filter((place) => place.row === row)
    .toSorted((a, b) => Math.abs(a.column - from.column) - Math.abs(b.column - from.column))
    .at(0);
}
