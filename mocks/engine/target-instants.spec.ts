import { expect, test } from "vitest";
import { days, minutes } from "#lib/duration.ts";
import {
  createdMsOf,
  INSTANT,
  instantAt,
  newTargetInstants,
  reserveInstants,
  setCreatedMs,
  setFirstInstants,
  setInstant,
  setInstantsOfFirst,
  setUntilMs,
  untilMsOf,
} from "./target-instants.ts";

const START_MS = Date.UTC(2026, 0, 5, 8);

function of(targets: number) {
  const instants = newTargetInstants();
  reserveInstants(instants, targets);
  setInstant(instants, 0, INSTANT.since, START_MS);
  return instants;
}

test.each([
  ["the first of all", START_MS],
  ["1 ms after it", START_MS + 1],
  ["the last that a word holds", START_MS + 2 ** 32 - 3],
  ["the first that none does", START_MS + 2 ** 32 - 2],
  ["years later", START_MS + days(4_000)],
  ["1 ms before the first", START_MS - 1],
  ["long before it", START_MS - minutes(1)],
  ["between two ms", START_MS + 0.5],
  ["none", 0],
])("an instant is read as it was kept: %s", (_, atMs) => {
  const instants = of(3);
  setInstant(instants, 2, INSTANT.contact, atMs);
  expect(instantAt(instants, 2, INSTANT.contact)).toBe(atMs);
});

test("the instants of a target are kept apart, and from those of the next", () => {
  const instants = of(2);
  Object.values(INSTANT).forEach((which, at) => setInstant(instants, 0, which, START_MS + at));
  setInstant(instants, 1, INSTANT.since, START_MS + days(1));
  expect(Object.values(INSTANT).map((which) => instantAt(instants, 0, which) - START_MS)).toEqual([0, 1, 2, 3, 4]);
});

test.each([0, 1, 2, 5, 8])("%i targets that begin together have what each of them would have alone", (count) => {
  const [together, alone] = [newTargetInstants(), newTargetInstants()];
  for (const instants of [together, alone]) reserveInstants(instants, count);
  setInstantsOfFirst(together, count, START_MS);
  for (let row = 0; row < count; row += 1) setFirstInstants(alone, row, START_MS);
  expect(together).toEqual(alone);
});

test("when a backoff is over is known until it is said that there is none", () => {
  const instants = of(2);
  setUntilMs(instants, 1, START_MS + minutes(3));
  expect([untilMsOf(instants, 0), untilMsOf(instants, 1)]).toEqual([undefined, START_MS + minutes(3)]);
  setUntilMs(instants, 1, undefined);
  expect([untilMsOf(instants, 1), instants.until.size]).toEqual([undefined, 0]);
});

test("one beyond what a word holds is forgotten when another takes its place", () => {
  const instants = of(1);
  setInstant(instants, 0, INSTANT.since, START_MS + days(60));
  setInstant(instants, 0, INSTANT.since, START_MS + days(1));
  expect(instantAt(instants, 0, INSTANT.since)).toBe(START_MS + days(1));
  expect(instants.beyond.size).toBe(0);
});

test("when a device became a target is known of each, however many came at once", () => {
  const instants = of(6);
  [0, 0, 0, 5, 5, 9].forEach((afterMs, row) => setCreatedMs(instants, row, START_MS + afterMs));
  expect([0, 1, 2, 3, 4, 5].map((row) => createdMsOf(instants, row) - START_MS)).toEqual([0, 0, 0, 5, 5, 9]);
  expect(instants.created).toHaveLength(3);
});
