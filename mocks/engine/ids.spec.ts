import { expect, test } from "vitest";
import { fnv1a } from "#lib/hash.ts";
import { deviceIdAt, deviceIndexOf, deviceKeys } from "./ids.ts";

const SEED = fnv1a("demo");
const ROWS = [0, 1, 7, 2_400, 999_999, 2 ** 31 - 2];

test("the id of a device tells its row", () => {
  expect(ROWS.map((row) => deviceIndexOf(SEED, deviceIdAt(SEED, row)))).toEqual(ROWS);
  expect(deviceIndexOf(SEED, deviceIdAt(SEED + 1, 7))).toBe(-1);
});

test("the key of a device is the FNV-1a hash of its id", () => {
  expect(ROWS.map(deviceKeys(SEED))).toEqual(ROWS.map((row) => fnv1a(deviceIdAt(SEED, row))));
});
