import { describe, expect, test } from "vitest";
import { hours, minutes } from "#lib/duration.ts";
import { advance } from "#mocks/engine/advance.ts";
import type { World } from "#mocks/engine/world.ts";
import { worldSpecOf } from "#mocks/seed/worlds.ts";
import { buildWorld } from "./build-world.ts";
import { worldFingerprint } from "./world-fingerprint.ts";

const EPOCH_MS = Date.parse("2026-11-21T08:00:00Z");
const world = (name: string, seed = "spec") => buildWorld(worldSpecOf(name), seed, EPOCH_MS);

describe("two worlds have one fingerprint", () => {
  test("when one seed made both", () => {
    expect(worldFingerprint(world("many-cohorts"))).toBe(worldFingerprint(world("many-cohorts")));
  });

  test("when one is a copy of the other that lost nothing of it, and both go on", () => {
    const busy = world("demo");
    const copy = structuredClone(busy);
    expect(worldFingerprint(copy)).toBe(worldFingerprint(busy));
    for (const each of [busy, copy]) advance(each, EPOCH_MS + hours(3));
    expect(worldFingerprint(copy)).toBe(worldFingerprint(busy));
  });

  test("when a column of one lies elsewhere in its buffer", () => {
    const [one, two] = [world("many-cohorts"), world("many-cohorts")];
    const { marks } = two.fleet;
    const apart = new Uint8Array(marks.length + 3);
    apart.set(marks, 3);
    two.fleet.marks = apart.subarray(3);
    expect(worldFingerprint(two)).toBe(worldFingerprint(one));
  });

  test("when a thing of one is two equal things of the other", () => {
    const [one, two] = [world("empty"), world("empty")];
    const plan = { phases: [{ name: "canary" }] };
    Object.assign(one.texts, { kept: [plan, plan] });
    Object.assign(two.texts, { kept: [plan, structuredClone(plan)] });
    expect(worldFingerprint(one)).toBe(worldFingerprint(two));
  });

  test("whatever was asked of them", () => {
    const asked = world("empty");
    asked.orders.handedOut += 1;
    expect(worldFingerprint(asked)).toBe(worldFingerprint(world("empty")));
  });
});

describe("another fingerprint has a world", () => {
  const changes: readonly (readonly [string, (world: World) => void])[] = [
    ["of another seed", (changed) => Object.assign(changed, world("many-cohorts", "other"))],
    ["that is further on", (changed) => advance(changed, EPOCH_MS + minutes(1))],
    ["where one byte of a column differs", ({ fleet }) => fleet.marks.set([fleet.marks[7]! ^ 4], 7)],
    ["with one count more", (changed) => (changed.minted += 1)],
    ["with one text more", ({ texts }) => texts.numbers.set("9.9.9", 99)],
    ["whose cohort is known by another name", ({ cohorts }) => (cohorts[3]!.name = "Another")],
    ["where two cohorts changed places", ({ cohorts }) => cohorts.unshift(...cohorts.splice(1, 1))],
  ];

  test.each(changes)("%s", (_, change) => {
    const changed = world("many-cohorts");
    const before = worldFingerprint(changed);
    change(changed);
    expect(worldFingerprint(changed)).not.toBe(before);
  });
});

test.each([
  ["a function", { now: () => 0 }, "world.texts.now is a function: no checkpoint could keep it."],
  ["an object of a class", { now: new Date(0) }, "world.texts.now is a Date: no checkpoint could keep it as it is."],
])("%s in a world is said, with the way to it", (_, part, said) => {
  const spoilt = world("empty");
  Object.assign(spoilt.texts, part);
  expect(() => worldFingerprint(spoilt)).toThrow(said);
});
