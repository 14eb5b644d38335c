import { expect, test } from "vitest";
import { placeAfterKey } from "./arrow-keys.ts";

/** Name, copy, roll back in every row; the active row 0 has nothing to roll back to. */
const places = Array.from({ length: 30 }, (_, row) => row).flatMap((row) =>
  [0, 3, 4].filter((column) => row > 0 || column < 4).map((column) => ({ row, column })),
);

const plain = (key: string) => ({ key, ctrlKey: false });
const ctrl = (key: string) => ({ key, ctrlKey: true });

test.each([
  [
    "right to the next control, over cells without one",
    plain("ArrowRight"),
    { row: 1, column: 0 },
    { row: 1, column: 3 },
  ],
  ["left to the control before", plain("ArrowLeft"), { row: 1, column: 4 }, { row: 1, column: 3 }],
  ["not beyond the start of a row", plain("ArrowLeft"), { row: 1, column: 0 }, undefined],
  ["not beyond the end of a row", plain("ArrowRight"), { row: 1, column: 4 }, undefined],
  ["down in the same column", plain("ArrowDown"), { row: 1, column: 3 }, { row: 2, column: 3 }],
  ["up in the same column", plain("ArrowUp"), { row: 2, column: 3 }, { row: 1, column: 3 }],
  [
    "up to the nearest column where that one has no control",
    plain("ArrowUp"),
    { row: 1, column: 4 },
    { row: 0, column: 3 },
  ],
  ["not above the first row", plain("ArrowUp"), { row: 0, column: 0 }, undefined],
  ["not below the last row", plain("ArrowDown"), { row: 29, column: 0 }, undefined],
  ["ten rows down", plain("PageDown"), { row: 1, column: 0 }, { row: 11, column: 0 }],
  ["as many rows up as there are", plain("PageUp"), { row: 4, column: 0 }, { row: 0, column: 0 }],
  ["home to the start of the row", plain("Home"), { row: 7, column: 4 }, { row: 7, column: 0 }],
  ["end to the end of the row", plain("End"), { row: 7, column: 0 }, { row: 7, column: 4 }],
  ["ctrl home to the first control", ctrl("Home"), { row: 7, column: 4 }, { row: 0, column: 0 }],
  ["ctrl end to the last control", ctrl("End"), { row: 7, column: 0 }, { row: 29, column: 4 }],
  ["other keys stay where they are", plain("a"), { row: 7, column: 0 }, undefined],
])("%s", (_, key, from, to) => {
  expect(placeAfterKey(key, from, places)).toEqual(to);
});
