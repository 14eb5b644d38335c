import { expect, test } from "vitest";
import type { Counts } from "#domain/target.ts";
import { announcementOf } from "./announcement.ts";

const counts: Counts = {
  total: 625,
  buckets: { pending: 80, "in-progress": 40, succeeded: 498, failed: 7, cancelled: 0 },
  substates: { verified: 498 },
  stuck: 0,
};

test.each([
  ["how far it is and its trouble", { state: "in-progress", settled: false, counts }, "498 of 625 verified, 7 failed."],
  [
    "stuck devices",
    { state: "in-progress", settled: false, counts: { ...counts, stuck: 2 } },
    "498 of 625 verified, 7 failed, 2 stuck.",
  ],
  ["that it halted", { state: "halted", settled: false, counts }, "Halted. 498 of 625 verified, 7 failed."],
  [
    "that it is done",
    {
      state: "in-progress",
      settled: true,
      counts: {
        ...counts,
        buckets: { pending: 0, "in-progress": 0, succeeded: 625, failed: 0, cancelled: 0 },
        substates: { verified: 625 },
      },
    },
    "625 of 625 verified, nothing is moving.",
  ],
] as const)("a listener is told %s", (_, pulse, expected) => {
  expect(announcementOf(pulse)).toBe(expected);
});
