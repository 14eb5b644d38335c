import { describe, expect, test } from "vitest";
import { clockAfterAnswer, clockAtSpeed, worldTimeAt } from "./world-clock.ts";

const clock = { worldMs: 1_000_000, wallMs: 500, speed: 60 };

describe("time passes between answers at the world's speed", () => {
  test.each([
    ["at speed 60 a second is a minute", clock, 1_500, 1_060_000],
    ["at speed 1 a second is a second", { ...clock, speed: 1 }, 1_500, 1_001_000],
    ["while paused it stands", { ...clock, speed: 0 }, 99_500, 1_000_000],
  ])("%s", (_what, given, wallMs, worldMs) => {
    expect(worldTimeAt(given, wallMs)).toBe(worldMs);
  });
});

test("the first answer sets the clock, at speed 1 until the world says otherwise", () => {
  expect(clockAfterAnswer(undefined, 1_000_000, 500)).toEqual({ worldMs: 1_000_000, wallMs: 500, speed: 1 });
});

test("a later answer moves it on and keeps the speed", () => {
  expect(clockAfterAnswer(clock, 1_070_000, 1_500)).toEqual({ worldMs: 1_070_000, wallMs: 1_500, speed: 60 });
});

test("an answer that was overtaken by another does not turn the time back", () => {
  expect(clockAfterAnswer(clock, 990_000, 1_500)).toEqual({ worldMs: 1_060_000, wallMs: 1_500, speed: 60 });
});

test("a world that was set anew does", () => {
  expect(clockAfterAnswer(clock, 5_000, 1_500)).toEqual({ worldMs: 5_000, wallMs: 1_500, speed: 60 });
});

test("a change of speed goes on from the present, without a jump", () => {
  expect(clockAtSpeed(clock, 1, 1_500)).toEqual({ worldMs: 1_060_000, wallMs: 1_500, speed: 1 });
  expect(clockAtSpeed(undefined, 60, 1_500)).toBeUndefined();
});
