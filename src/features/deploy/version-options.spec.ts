import { expect, test } from "vitest";
import { versionOptions } from "./version-options.ts";

const nowMs = Date.UTC(2026, 10, 17, 14, 32);
const choices = [
  {
    version: "2.4.1",
    sizeBytes: { least: 398 * 1_024, most: 412 * 1_024 },
    createdAtMs: nowMs - 7_200_000,
  },
  { version: "2.3.0", sizeBytes: { least: 1_024, most: 1_024 }, createdAtMs: nowMs - 60_000 },
];

test("an entry says version, size and date, and which one is deployed", () => {
  expect(versionOptions(choices, { picked: "2.4.1", current: "2.3.0", nowMs })).toEqual([
    { value: "2.4.1", label: "2.4.1 · 398 KB to 412 KB · 2 h ago" },
    { value: "2.3.0", label: "2.3.0 (current) · 1 KB · 1 min ago" },
  ]);
});

test("a picked version without artifacts stays, but cannot be picked again", () => {
  expect(versionOptions(choices.slice(1), { picked: "9.9.9", current: undefined, nowMs })).toEqual([
    { value: "9.9.9", label: "9.9.9 · no artifact", disabled: true },
    { value: "2.3.0", label: "2.3.0 · 1 KB · 1 min ago" },
  ]);
});
