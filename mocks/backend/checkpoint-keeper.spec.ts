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
  const world = { mark: "as built", livingMs: 0 };
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
    livingMs: () => world.livingMs,
    picture: () => ({}) as Checkpoint,
    onFailure: (error: unknown) => failures.push(error),
  };
  /** Something happens that a start would need so long to live through again. */
  const live = (ms: number) => {
    world.livingMs += ms;
    world.mark = `lived for ${world.livingMs} ms`;
  };
  return { keeper: checkpointKeeper(checkpoints, host, time), pass, beganMs, failures, live, turn };
}

test("a world that was just built is kept a second later", async () => {
  const { keeper, pass, beganMs } = kept();
  keeper.opened();
  await pass(minutes(5));
  expect(beganMs).toEqual([seconds(1)]);
});

test("so is one that had to live through more than a second since its checkpoint", async () => {
  const { keeper, pass, beganMs, live } = kept();
  live(5_001);
  keeper.opened(4_000);
  await pass(minutes(5));
  expect(beganMs).toEqual([seconds(1)]);
});

test("but not one whose checkpoint was fresh", async () => {
  const { keeper, pass, beganMs, live } = kept();
  live(5_000);
  keeper.opened(4_000);
  await pass(minutes(5));
  expect(beganMs).toEqual([]);
});

test("a world that changes all the time is kept every 30 seconds", async () => {
  const { keeper, pass, beganMs, live } = kept();
  for (let second = 0; second < 100; second += 1) {
    live(1);
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

test("checkpoints that take 3 seconds are 60 seconds apart: they cost 5 % of the time at most", async () => {
  const { keeper, pass, beganMs, live } = kept({ costMs: seconds(3) });
  for (let second = 0; second < 160; second += 1) {
    live(seconds(1));
    keeper.noticed();
    await pass(seconds(1));
  }
  expect(beganMs).toEqual([30_000, 93_000, 156_000]);
});

test("and further apart where little happens: none takes longer than to live through what came since the last", async () => {
  const { keeper, pass, beganMs, live } = kept({ costMs: seconds(3) });
  for (let second = 0; second < 240; second += 1) {
    live(20);
    keeper.noticed();
    await pass(seconds(1));
  }
  expect(beganMs).toEqual([30_000, 182_000]);
});

test("a page that goes has the world kept at once, when it changed since", async () => {
  const { keeper, beganMs, live, pass } = kept();
  await keeper.leaving();
  await keeper.leaving();
  expect(beganMs).toEqual([0]);
  await pass(seconds(2));
  live(1);
  await keeper.leaving();
  expect(beganMs).toEqual([0, seconds(2)]);
});

test("but not when that takes longer than to live through it again", async () => {
  const { keeper, beganMs, live } = kept({ costMs: seconds(1) });
  await keeper.leaving();
  live(999);
  await keeper.leaving();
  expect(beganMs).toEqual([0]);
  live(1);
  await keeper.leaving();
  expect(beganMs).toEqual([0, seconds(1)]);
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
  const { keeper, pass, beganMs, failures, live } = kept({ refusal: full });
  await keeper.leaving();
  for (let second = 0; second < 100; second += 1) {
    live(1);
    keeper.noticed();
    await pass(seconds(1));
  }
  await keeper.leaving();
  expect([beganMs, failures]).toEqual([[0], [full]]);
});
