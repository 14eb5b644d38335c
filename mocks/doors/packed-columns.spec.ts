import { describe, expect, test } from "vitest";
import { buildWorld } from "#mocks/backend/build-world.ts";
import { worldFingerprint } from "#mocks/backend/world-fingerprint.ts";
import type { World } from "#mocks/engine/world.ts";
import { worldSpecOf } from "#mocks/seed/worlds.ts";
import { packed, unpacked, type Packed } from "./packed-columns.ts";

/** 40,000 numbers, which as any kind of column but bytes is a large one. */
const NUMBERS = Array.from({ length: 40_000 }, (_, at) => (at * 7) % 128);

/** What a database does to them: clones the one, lays the others one behind the other. */
async function keptAndRead({ bare, columns }: Packed): Promise<unknown> {
  const bytes = new Blob([...columns]);
  return unpacked(structuredClone(bare), (from, to) => bytes.slice(from, to).arrayBuffer());
}

test("a world comes back to the last byte, each large column in a buffer of its own", async () => {
  const world = buildWorld(worldSpecOf("bad-build"), "spec", Date.parse("2026-11-21T08:00:00Z"));
  const sent = packed(world);
  expect(sent.columns.length).toBeGreaterThan(0);
  const back = (await keptAndRead(sent)) as World;
  expect(worldFingerprint(back)).toBe(worldFingerprint(world));
  expect(back.fleet.words.byteLength).toBe(back.fleet.words.buffer.byteLength);
});

test.each([
  Uint8Array.from({ length: 200_000 }, (_, at) => at),
  Int16Array.from(NUMBERS, (one) => -one)
    .subarray(1)
    .slice(),
  Uint16Array.from([...NUMBERS, ...NUMBERS]),
  Int32Array.from(NUMBERS, (one) => -one),
  Uint32Array.from(NUMBERS, (one) => 2 ** 32 - 1 - one),
  Float64Array.from(NUMBERS, (one) => -one / 3),
  Uint8Array.of(1, 2, 3),
])("a column of any kind and size comes back as it was: $constructor.name", async (column) => {
  expect(await keptAndRead(packed({ column }))).toEqual({ column });
});

test("what stands in several places, and what stands in itself, is one thing again", async () => {
  const column = Uint32Array.from(NUMBERS);
  const ring: { self?: unknown } = {};
  ring.self = ring;
  const back = (await keptAndRead(
    packed({ first: column, list: [column, ring], map: new Map([["same", column]]) }),
  )) as {
    first: Uint32Array;
    list: [Uint32Array, { self?: unknown }];
    map: Map<string, Uint32Array>;
  };
  expect(back.first).toEqual(column);
  expect(back.list[0]).toBe(back.first);
  expect(back.map.get("same")).toBe(back.first);
  expect(back.list[1].self).toBe(back.list[1]);
});

test("what changes after it was packed is not in it", async () => {
  const world = { column: Uint32Array.from(NUMBERS), small: Uint8Array.of(1), names: new Map([["a", { count: 1 }]]) };
  const sent = packed(world);
  const before = structuredClone(world);
  world.column.fill(0);
  world.small.fill(0);
  world.names.get("a")!.count = 2;
  expect(await keptAndRead(sent)).toEqual(before);
});

describe("it is refused", () => {
  const { bare, columns } = packed({ column: Uint32Array.from(NUMBERS) });

  test("when bytes are missing", async () => {
    const short = new Blob([columns[0]!.subarray(0, -1)]);
    await expect(unpacked(structuredClone(bare), (from, to) => short.slice(from, to).arrayBuffer())).rejects.toThrow(
      "A column of 160000 bytes is not whole.",
    );
  });

  test("when a column is of a kind that nobody knows", async () => {
    const odd = { column: { packedColumn: 99, from: 0, bytes: 4 } };
    await expect(unpacked(odd, async () => new ArrayBuffer(4))).rejects.toThrow("A column of 4 bytes is not whole.");
  });
});
