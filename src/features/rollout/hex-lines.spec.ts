import { expect, test } from "vitest";
import { hexLines, hexOf, hexText } from "./hex-lines.ts";

test("bytes stand 16 to a line in groups of four, each line under its offset", () => {
  const bytes = Uint8Array.from({ length: 22 }, (_, index) => index);
  expect(hexLines(bytes)).toEqual([
    { offset: "0000", groups: ["00010203", "04050607", "08090a0b", "0c0d0e0f"] },
    { offset: "0010", groups: ["10111213", "1415"] },
  ]);
});

test("the empty manifest's one byte is one short line", () => {
  expect(hexLines(Uint8Array.of(0xa0))).toEqual([{ offset: "0000", groups: ["a0"] }]);
});

test("no bytes, no lines", () => {
  expect(hexLines(new Uint8Array())).toEqual([]);
});

test("the clipboard gets bare digits", () => {
  expect(hexOf(Uint8Array.of(0, 15, 255))).toBe("000fff");
});

test("the view is text that can be read line by line", () => {
  const bytes = Uint8Array.from({ length: 18 }, () => 0xa0);
  expect(hexText(bytes)).toBe("0000  a0a0a0a0 a0a0a0a0 a0a0a0a0 a0a0a0a0\n0010  a0a0");
});
