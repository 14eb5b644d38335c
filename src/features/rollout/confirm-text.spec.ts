import { expect, test } from "vitest";
import type { Counts } from "#domain/target.ts";
import { confirmText, stopDownloadsText } from "./confirm-text.ts";

const underWay: Counts = {
  total: 1250,
  buckets: { pending: 702, "in-progress": 40, succeeded: 498, failed: 7, cancelled: 3 },
  substates: { offered: 4, downloading: 20, downloaded: 7, installing: 5, rebooting: 4 },
  stuck: 0,
};

function counting(buckets: Partial<Counts["buckets"]>): Counts {
  return {
    total: 0,
    buckets: { pending: 0, "in-progress": 0, succeeded: 0, failed: 0, cancelled: 0, ...buckets },
    substates: {},
    stuck: 0,
  };
}

test("cancelling says what becomes of every device", () => {
  expect(confirmText("cancel", underWay)).toEqual({
    title: "Cancel the rest?",
    lines: [
      "702 pending devices will be aborted.",
      "40 in progress may finish.",
      "498 done keep the version.",
      "No other device will be offered it.",
    ],
    button: "Cancel the rest",
    typeName: true,
  });
});

test("completing says that what is pending expires", () => {
  expect(confirmText("complete", counting({ pending: 1, succeeded: 1204 })).lines).toEqual([
    "1 pending device will be closed as expired.",
    "No device is on its way.",
    "1,204 done keep the version.",
    "No other device will be offered it.",
  ]);
});

test("a deployment that nobody has yet is closed without a loss, and says so", () => {
  expect(confirmText("complete", counting({})).lines).toEqual([
    "No device is pending.",
    "No device is on its way.",
    "No device runs the new version yet.",
    "No other device will be offered it.",
  ]);
});

test.each([
  [100, false],
  [101, true],
])("with %i pending devices the name is typed: %s", (pending, typeName) => {
  expect(confirmText("cancel", counting({ pending })).typeName).toBe(typeName);
});

test.each([
  [
    "some have begun, some are past it",
    underWay,
    "24 devices without the whole file are aborted. 16 devices past the download will still finish.",
  ],
  [
    "one has begun",
    { ...counting({ "in-progress": 1 }), substates: { downloading: 1 } },
    "1 device without the whole file is aborted.",
  ],
  ["none can be stopped", { ...counting({ "in-progress": 3 }), substates: { rebooting: 3 } }, undefined],
] as const)("stopping the downloads when %s", (_, counts, expected) => {
  expect(stopDownloadsText(counts)).toBe(expected);
});
