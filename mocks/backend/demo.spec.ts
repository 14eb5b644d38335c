import { describe, expect, test } from "vitest";
import { minutes } from "#lib/duration.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { ProjectId } from "#domain/ids.ts";
import { advance } from "#mocks/engine/advance.ts";
import { listCohorts } from "#mocks/engine/read-cohorts.ts";
import { listDeployments } from "#mocks/engine/read-deployments.ts";
import { listPackages } from "#mocks/engine/read-packages.ts";
import { seedId } from "#mocks/seed/seed-id.ts";
import { worldNames, worldSpecOf } from "#mocks/seed/worlds.ts";
import { buildWorld } from "./build-world.ts";

const EPOCH_MS = Date.parse("2026-11-21T08:00:00Z");
const PROJECT = seedId<ProjectId>("harbour-sensors");
const ALL = { page: 0, perPage: 100 };
const demo = buildWorld(worldSpecOf("demo"), "demo", EPOCH_MS);
const cohorts = listCohorts(demo, PROJECT, ALL).list;

function named(name: string): Cohort {
  return cohorts.find((cohort) => cohort.name === name)!;
}

describe("the demo at first sight", () => {
  test("is a living project", () => {
    expect([cohorts.length, demo.fleet.count, listPackages(demo, PROJECT).length]).toEqual([19, 2_441, 9]);
    expect(named("Production EU").deviceCount).toBe(1_250);
  });

  test("has a cohort with a past: packages come and go, one deployment is rolled back, one superseded on its way", () => {
    const { list } = listDeployments(demo, PROJECT, named("Production EU").id, ALL)!;
    expect(list.map(({ name }) => name).slice(0, 4)).toEqual([
      "Autumn fixes",
      "Revert to 2.3.0",
      "Radio sleep, second try",
      "Radio sleep",
    ]);
    expect(list).toHaveLength(16);
    const [, revert, second, first] = list;
    expect(revert!.origin).toMatchObject({ rollbackOf: second!.id });
    expect(first!.counts.buckets.cancelled).toBeGreaterThan(500);
    expect(second!.counts.substates.reverted).toBeGreaterThan(100);
    expect(new Set(list.map(({ createdBy }) => createdBy)).size).toBe(4);
    const sizes = list.map(({ components }) => components.length);
    expect(sizes).toEqual([4, 4, 4, 4, 4, 4, 3, 3, 3, 4, 4, 4, 4, 3, 2, 2]);
  });

  test("has a deployment in phases behind it, all of which were done", () => {
    const { list } = listDeployments(demo, PROJECT, named("Production EU").id, ALL)!;
    const inPhases = list.filter(({ plan }) => plan.phases.length > 1);
    expect(inPhases.map(({ name, phases }) => [name, phases?.map(({ state }) => state)])).toEqual([
      ["October release", ["done", "done", "done"]],
    ]);
  });

  test("has a rollout under way, with failures, that goes on moving for a long while", () => {
    const { counts, state } = named("Production EU").activeDeployment!;
    expect(state).toBe("in-progress");
    expect(counts.buckets["in-progress"]).toBeGreaterThan(100);
    expect(counts.buckets.failed).toBeGreaterThan(0);
    const world = buildWorld(worldSpecOf("demo"), "demo", EPOCH_MS);
    const succeededAfter = (ms: number) => {
      advance(world, EPOCH_MS + ms);
      const [cohort] = listCohorts(world, PROJECT, { ...ALL, term: "Production EU" }).list;
      return cohort!.activeDeployment!.counts.buckets.succeeded;
    };
    const series = [0, 1, 5, 30, 60, 120, 240].map((m) => succeededAfter(minutes(m)));
    expect(series).toEqual(series.toSorted((a, b) => a - b));
    expect(new Set(series).size).toBe(7);
  });

  test("has cohorts in other states, and some without anything", () => {
    expect(named("Production US").activeDeployment?.state).toBe("finished");
    expect(named("Harbour museum").activeDeployment?.state).toBe("cancelled");
    expect(named("Cold chain trucks").activeDeployment?.state).toBe("halted");
    expect(named("New arrivals").activeDeployment).toBeUndefined();
    expect(named("Retired 2024").deviceCount).toBe(0);
  });

  test("has two dynamic cohorts that overlap: the older one has the devices that both filters take", () => {
    expect([named("Lab").deviceCount, named("Gothenburg doors").deviceCount]).toEqual([9, 31]);
  });

  test("is the same for the same seed, ids and all, and another for another", () => {
    const again = listCohorts(buildWorld(worldSpecOf("demo"), "demo", EPOCH_MS), PROJECT, ALL).list;
    expect(again).toEqual(cohorts);
    const other = listCohorts(buildWorld(worldSpecOf("demo"), "other", EPOCH_MS), PROJECT, ALL).list;
    expect(other.map(({ id }) => id)).not.toEqual(cohorts.map(({ id }) => id));
  });
});

const TAKE_SECONDS = new Set(["large", "million"]);

test.each(worldNames().filter((name) => !TAKE_SECONDS.has(name)))("the world %s can be built", (name) => {
  const world = buildWorld(worldSpecOf(name), name, EPOCH_MS);
  expect(world.nowMs).toBe(EPOCH_MS);
});

test("no world is called what none is called", () => {
  expect(() => worldSpecOf("mars")).toThrow(
    'There is no world "mars". There are demo, empty, failing-rollout, bad-build, history, large, many-cohorts, million.',
  );
});
