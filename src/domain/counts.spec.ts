import { expect, test } from "vitest";
import { countsProblem, countText, devicesText, EMPTY_COUNTS, verifiedCount } from "./counts.ts";

const buckets = { pending: 2, "in-progress": 1, succeeded: 5, failed: 1, cancelled: 0 };

test("counts that add up have no problem", () => {
  expect(countsProblem(EMPTY_COUNTS)).toBeUndefined();
  expect(
    countsProblem({ total: 9, buckets, substates: { verified: 3, "already-installed": 2 }, stuck: 0 }),
  ).toBeUndefined();
});

test("counts that contradict themselves say where", () => {
  expect(countsProblem({ total: 10, buckets, substates: {}, stuck: 0 })).toBe("The buckets sum to 9, not to 10.");
  expect(countsProblem({ total: 9, buckets, substates: { verified: 4 }, stuck: 0 })).toBe(
    "The substates of succeeded do not sum to 5.",
  );
});

test.each([
  [{ verified: 3, "already-installed": 2 }, 3],
  [{ "already-installed": 5 }, 0],
  [{}, 5],
])("of 5 succeeded with %j, %i are proven", (substates, verified) => {
  expect(verifiedCount({ total: 9, buckets, substates, stuck: 0 })).toBe(verified);
});

test.each([
  [0, "0", "0 devices"],
  [1, "1", "1 device"],
  [1_204, "1,204", "1,204 devices"],
])("%i is read as %s, of devices as %s", (count, text, devices) => {
  expect(countText(count)).toBe(text);
  expect(devicesText(count)).toBe(devices);
});
