import { expect, test } from "vitest";
import { minutes, seconds } from "#lib/duration.ts";
import { timelineOf } from "./timeline.ts";

test("the newest attempt and its newest step come first, and each step says how long it took", () => {
  const timeline = timelineOf([
    {
      number: 1,
      steps: [
        { substate: "offered", atMs: minutes(0) },
        { substate: "downloading", atMs: minutes(1) },
        { substate: "download-failed", atMs: minutes(3), note: "No bytes arrived." },
      ],
    },
    { number: 2, steps: [{ substate: "downloading", atMs: minutes(9) }] },
  ]);
  expect(timeline).toEqual([
    { number: 2, steps: [{ substate: "downloading", bucket: "in-progress", atMs: minutes(9) }] },
    {
      number: 1,
      steps: [
        { substate: "download-failed", bucket: "failed", atMs: minutes(3), note: "No bytes arrived." },
        { substate: "downloading", bucket: "in-progress", atMs: minutes(1), tookMs: minutes(2) },
        { substate: "offered", bucket: "in-progress", atMs: minutes(0), tookMs: seconds(60) },
      ],
    },
  ]);
});

test("a target that was never offered has no timeline", () => {
  expect(timelineOf([])).toEqual([]);
});
