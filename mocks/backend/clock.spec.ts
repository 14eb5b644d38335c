import { describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import { reanchored, resumed, worldTimeAt, type Clock } from "./clock.ts";

const clock: Clock = { worldMs: 1_000_000, wallMs: 500, speed: 60, paused: false };

describe("a world at sixty times the speed", () => {
  test("gains a minute a second", () => {
    expect(worldTimeAt(clock, 500 + seconds(1))).toBe(1_000_000 + minutes(1));
  });

  test("never runs backwards when the host's clock is set back", () => {
    expect(worldTimeAt(clock, 0)).toBe(1_000_000);
  });

  test("does not jump when its speed changes", () => {
    const slower = reanchored(clock, 500 + seconds(10), { speed: 1 });
    expect(worldTimeAt(slower, 500 + seconds(10))).toBe(1_000_000 + minutes(10));
    expect(worldTimeAt(slower, 500 + seconds(11))).toBe(1_000_000 + minutes(10) + seconds(1));
  });

  test("stands still while it is paused", () => {
    const paused = reanchored(clock, 500, { paused: true });
    expect(worldTimeAt(paused, 500 + hours(5))).toBe(1_000_000);
  });
});

describe("a host that comes back", () => {
  test("after a day at most finds the world as if it had never left", () => {
    expect(resumed(clock, 500, 500 + hours(24))).toBe(clock);
  });

  test("after longer resumes where the world stood at the last entry", () => {
    const back = resumed(clock, 500 + seconds(60), 500 + hours(25));
    expect(worldTimeAt(back, 500 + hours(25))).toBe(1_000_000 + hours(1));
  });
});
