import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Checkpoint, Checkpoints } from "#mocks/backend/checkpoint.ts";
import { buildWorld } from "#mocks/backend/build-world.ts";
import { worldFingerprint } from "#mocks/backend/world-fingerprint.ts";
import { worldSpecOf } from "#mocks/seed/worlds.ts";
import { fileCheckpoints } from "./file-checkpoints.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "slipway-checkpoint-"));
});
afterEach(() => rm(directory, { recursive: true }));

const path = () => join(directory, "worlds", "one.jsonl.checkpoint");
// What a checkpoint holds does not matter to where it is kept.
const checkpoint = (logged: number) => ({ logged, world: { column: Float64Array.of(1, -0) } }) as unknown as Checkpoint;
const keep = async (checkpoints: Checkpoints, logged: number) => (await checkpoints.writer())(checkpoint(logged));

test("the last one that was kept comes back, columns and all, also to another reader", async () => {
  const checkpoints = fileCheckpoints(path());
  await keep(checkpoints, 1);
  await keep(checkpoints, 2);
  expect(await fileCheckpoints(path()).read()).toEqual(checkpoint(2));
  expect(await readdir(join(directory, "worlds"))).toEqual(["one.jsonl.checkpoint"]);
});

test("a world comes back from it to the last byte, each column in a buffer of its own", async () => {
  const world = buildWorld(worldSpecOf("many-cohorts"), "spec", Date.parse("2026-11-21T08:00:00Z"));
  const checkpoints = fileCheckpoints(path());
  await (
    await checkpoints.writer()
  )({ world } as unknown as Checkpoint);
  const kept = (await checkpoints.read()) as Checkpoint;
  expect(worldFingerprint(kept.world)).toBe(worldFingerprint(world));
  expect(kept.world.fleet.keys.byteLength).toBe(kept.world.fleet.keys.buffer.byteLength);
});

test("what changes after it was handed over is not in it", async () => {
  const checkpoints = fileCheckpoints(path());
  const changing = { logged: 1 };
  const write = await checkpoints.writer();
  const written = write(changing as unknown as Checkpoint);
  changing.logged = 2;
  await written;
  expect(await checkpoints.read()).toEqual({ logged: 1 });
});

describe("nothing comes back, or it cannot be read,", () => {
  const read = () =>
    fileCheckpoints(path())
      .read()
      .catch(() => undefined);

  test("where none was kept, or it was dropped", async () => {
    expect(await read()).toBeUndefined();
    await keep(fileCheckpoints(path()), 1);
    await fileCheckpoints(path()).clear();
    expect(await read()).toBeUndefined();
  });

  test("when any byte of it is another, or it was cut short anywhere", async () => {
    await keep(fileCheckpoints(path()), 1);
    const whole = await readFile(path());
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1;
      await writeFile(path(), changed);
      expect(await read(), `byte ${at}`).toBeUndefined();
      await writeFile(path(), whole.subarray(0, at));
      expect(await read(), `the first ${at} bytes`).toBeUndefined();
    }
  });
});

test("one that a crash left half written does not harm the one before, nor the one after", async () => {
  const checkpoints = fileCheckpoints(path());
  await keep(checkpoints, 1);
  await writeFile(`${path()}.part`, "half");
  expect(await checkpoints.read()).toEqual(checkpoint(1));
  await keep(checkpoints, 2);
  expect(await checkpoints.read()).toEqual(checkpoint(2));
});
