import { placeAfterKey } from "./arrow-keys.ts";
import type { Place } from "./arrow-keys.ts";

/** Moves the focus from one link or button of a table to the one a key leads to; says whether it did. */
export function moveFocus(
  table: HTMLTableElement,
  from: EventTarget,
  pressed: { readonly key: string; readonly ctrlKey: boolean },
): boolean {
  const controls = [...table.querySelectorAll<HTMLElement>("tbody a[href], tbody button")].flatMap((element) => {
    const place = placeOf(element);
    return place === undefined ? [] : [{ element, place }];
  });
  const start = controls.find(({ element }) => element === from);
  if (start === undefined) return false;
  const to = placeAfterKey(
    pressed,
    start.place,
    controls.map(({ place }) => place),
  );
  const goal = controls.find(({ place }) => place.row === to?.row && place.column === to.column);
  goal?.element.focus();
  return goal !== undefined;
}

function placeOf(element: HTMLElement): Place | undefined {
  const cell = element.closest<HTMLTableCellElement>("td, th");
  const row = cell?.closest("tr");
  if (cell === null || row === null || row === undefined) return undefined;
  return { row: row.rowIndex, column: cell.cellIndex };
}
