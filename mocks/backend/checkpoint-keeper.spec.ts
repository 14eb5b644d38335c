import { expect, test } from "vitest";
import { minutes, seconds } from "#lib/duration.ts";
import { checkpointKeeper } from "./checkpoint-keeper.ts";
import type { Checkpoint, Checkpoints } from "./checkpoint.ts";
import { turns, type Turn } from "./turn.ts";

/** Time that a test lets pass; what is due in it happens. */
function handTime() {
  let nowMs = 0;
  let due: { readonly atMs: number; readonly act: () => void } | undefined;
  const time = {
    nowMs: () => nowMs,
    after: (ms: number, act: () => void) => {
      due = { atMs: nowMs + ms, act };
      return () => (due = undefined);
    },
  };
  const pass = async (ms: number) => {
    const toMs = nowMs + ms;
    if (due !== undefined && due.atMs <= toMs) {
      nowMs = due.atMs;
      due.act();
      await settled();
    }
    nowMs = Math.max(nowMs, toMs);
  };
  return { time, pass, take: (ms: number) => (nowMs += ms) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A keeper whose writes take `costMs` each, and the instants at which they began. */
function kept({ costMs = 0, refusal }: { costMs?: number; refusal?: Error } = {}) {
  const { time, pass, take } = handTime();
  const beganMs: number[] = [];
  const failures: unknown[] = [];
  const world = { mark: "as built" };
  const checkpoints: Checkpoints = {
    read: async () => undefined,
    writer: async () => async () => {
      beganMs.push(time.nowMs());
      take(costMs);
      if (refusal !== undefined) throw refusal;
    },
    clear: async () => undefined,
  };
  const turn: Turn = turns();
  const host = {
    turn,
    mark: () => world.mark,
    picture: () => ({}) as Checkpoint,
    onFailure: (error: unknown) => failures.push(error),
  };
  return { keeper: checkpointKeeper(checkpoints, host, time), pass, beganMs, failures, world, turn };
}

test("a world that was just built is kept a second later", async () => {
  const { keeper, pass, beganMs } = kept();
  keeper.built();
  await pass(minutes(5));
  expect(beganMs).toEqual([seconds(1)]);
});

test("a world that changes all the time is kept every 30 seconds", async () => {
  const { keeper, pass, beganMs, world } = kept();
  for (let second = 0; second < 100; second += 1) {
    world.mark = `second ${second}`;
    keeper.noticed();
    await pass(seconds(1));
  }
  expect(beganMs).toEqual([seconds(30), seconds(60), seconds(90)]);
});

test("a world that does not change is kept once, however often it is looked at", async () => {
  const { keeper, pass, beganMs } = kept();
  for (let second = 0; second < 100; second += 1) {
    keeper.noticed();
    await pass(seconds(1));
  }
  expect(beganMs).toEqual([seconds(30)]);
});

test("checkpoints that take 3 seconds are 150 seconds apart: they cost 2 % of the time at most", async () => {
  const { keeper, pass, beganMs, world } = kept({ costMs: seconds(3) });
  for (let second = 0; second < 400; second += 1) {
    world.mark = `second ${second}`;
    keeper.noticed();
    await pass(seconds(1));
  }
  expect(beganMs).toEqual([30_000, 183_000, 336_000]);
});

test("a page that goes has the world kept at once, when it changed since", async () => {
  const { keeper, beganMs, world, pass } = kept();
  await keeper.leaving();
  await keeper.leaving();
  expect(beganMs).toEqual([0]);
  await pass(seconds(2));
  world.mark = "changed";
  await keeper.leaving();
  expect(beganMs).toEqual([0, seconds(2)]);
});

test("but not when the last checkpoint was too dear to have another", async () => {
  const { keeper, beganMs, world, pass } = kept({ costMs: seconds(1) });
  await keeper.leaving();
  world.mark = "changed";
  await pass(seconds(49));
  await keeper.leaving();
  expect(beganMs).toEqual([0]);
  await pass(seconds(1));
  await keeper.leaving();
  expect(beganMs).toEqual([0, seconds(51)]);
});

test("a picture is taken between two acts, never in the middle of one", async () => {
  const { keeper, beganMs, turn } = kept();
  let finish = () => {};
  const act = turn(() => new Promise<void>((resolve) => (finish = resolve)));
  const leaving = keeper.leaving();
  await settled();
  expect(beganMs).toEqual([]);
  finish();
  await Promise.all([act, leaving]);
  expect(beganMs).toEqual([0]);
});

test("a checkpoint that cannot be kept is said once, and no other is tried", async () => {
  const full = new Error("The quota has been exceeded.");
  const { keeper, pass, beganMs, failures, world } = kept({ refusal: full });
  await keeper.leaving();
  for (let second = 0; second < 100; second += 1) {
    world.mark = `second ${second}`;
    keeper.noticed();
    await pass(seconds(1));
  }
  await keeper.leaving();
  expect([beganMs, failures]).toEqual([[0], [full]]);
});
