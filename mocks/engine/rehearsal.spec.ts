import { describe, expect, test } from "vitest";
import { hours, minutes } from "#lib/duration.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import type { RehearsalResult } from "#domain/rehearsal.ts";
import { advanceRehearsal, rehearsalValue, startRehearsal, type RehearsalRun } from "./rehearsal.ts";
import { FLAWLESS, HEALTHY } from "./simulation.ts";
import { stage, upload, type Stage } from "./stage.ts";

/** Open from 22:00 to 24:00 of every day, UTC: enough of a time zone table here. */
const hoursAt = (_window: unknown, atMs: number) => {
  const sinceOpenMs = (atMs + hours(2)) % hours(24);
  return sinceOpenMs < hours(2)
    ? { open: true, nextAtMs: atMs - sinceOpenMs + hours(2) }
    : { open: false, nextAtMs: atMs - sinceOpenMs + hours(24) };
};

function begun(set: Stage, plan?: PlanRequest): RehearsalRun | Problem {
  const { act, cohortId, projectId, world } = set;
  const known = [...world.projects[0]!.artifacts.keys()][0];
  const artifactId = known ?? act(upload(projectId, "main", "2.0.0")).artifactId!;
  const request = { id: "r1", projectId, cohortId, artifactIds: [artifactId], ...(plan === undefined ? {} : { plan }) };
  return startRehearsal(world, request, hoursAt);
}

function rehearsed(set: Stage, plan?: PlanRequest): RehearsalResult {
  const run = begun(set, plan);
  if (isProblem(run)) throw new Error(run.message);
  for (let slice = 0; slice < 10_000 && rehearsalValue(run).result === undefined; slice += 1) {
    advanceRehearsal(run, 1_000, hoursAt);
  }
  const { result } = rehearsalValue(run);
  if (result === undefined) throw new Error("It never ends.");
  return result;
}

test("all at once, a sound build is everywhere within minutes", () => {
  const set = stage(FLAWLESS);
  set.fleet(40);
  expect(rehearsed(set)).toMatchObject({
    devices: 40,
    members: 40,
    sampled: false,
    counts: { total: 40, substates: { verified: 40 } },
    phases: [{ name: "All devices", size: 40, openedAfterMs: 0, failed: 0 }],
  });
  expect(rehearsed(set).settlesAfterMs).toBeLessThan(minutes(30));
  expect(rehearsed(set).halt).toBeUndefined();
});

test("nothing of it is seen in the world", () => {
  const set = stage({ ...HEALTHY, failPercent: 50 });
  set.fleet(30);
  const before = { minted: set.world.minted, happened: set.world.happened, size: set.world.schedule.size };
  rehearsed(set, { preset: "standard" });
  const { minted, happened, schedule, nowMs, epochMs, rollouts } = set.world;
  expect({ minted: minted - 1, happened, size: schedule.size }).toEqual(before);
  expect([rollouts, nowMs]).toEqual([[], epochMs]);
});

describe("a build that every device fails to install", () => {
  const bad = () => {
    const set = stage({ ...FLAWLESS, correlated: [{ failPercent: 100, kind: "install-refused", version: "2.0.0" }] });
    set.fleet(200);
    return set;
  };

  test("halts under a plan with canaries, and few are touched", () => {
    const { counts, halt, phases, state } = rehearsed(bad(), { preset: "standard" });
    expect([state, halt?.rule, halt?.phase]).toEqual(["halted", "absolute", 0]);
    expect(halt?.touched).toBeLessThanOrEqual(10);
    expect(counts.buckets.pending).toBeGreaterThanOrEqual(190);
    expect(phases.map(({ openedAfterMs }) => openedAfterMs !== undefined)).toEqual([true, false, false]);
  });

  test("reaches everybody all at once", () => {
    const { counts, halt } = rehearsed(bad());
    expect([counts.buckets.failed, halt]).toEqual([200, undefined]);
  });
});

test("phases that wait for a person are promoted as soon as they are ready", () => {
  const set = stage(FLAWLESS);
  set.fleet(200);
  const { phases, settlesAfterMs } = rehearsed(set, { preset: "careful" });
  expect(phases.map(({ name, size }) => [name, size])).toEqual([
    ["Canary", 5],
    ["5 %", 10],
    ["25 %", 50],
    ["50 %", 100],
    ["All devices", 200],
  ]);
  const opened = phases.map(({ openedAfterMs }) => Math.floor(openedAfterMs! / hours(24)));
  expect(opened).toEqual([0, 1, 2, 3, 4]);
  expect(phases.slice(0, 4).every(({ doneAfterMs }, at) => doneAfterMs === phases[at + 1]!.openedAfterMs)).toBe(true);
  expect(settlesAfterMs).toBeGreaterThan(hours(4 * 24));
});

test("offers wait for the hours of the plan", () => {
  const set = stage(FLAWLESS);
  set.fleet(10);
  const window = { days: [1, 2, 3, 4, 5, 6, 7], from: "22:00", to: "00:00", zone: "UTC" };
  // The stage opens at 08:00.
  const { settlesAfterMs } = rehearsed(set, { window });
  expect(Math.floor(settlesAfterMs! / hours(1))).toBe(14);
});

test("of more than a thousand devices a sample is rehearsed, and that is said", () => {
  const set = stage(FLAWLESS);
  set.fleet(1_500);
  set.fleet(500, { versions: { main: "2.0.0" } });
  const { counts, devices, members, sampled } = rehearsed(set);
  expect([devices, members, sampled]).toEqual([1_000, 2_000, true]);
  expect(counts.substates).toEqual({ verified: 750, "already-installed": 250 });
});

test("a start that is to come is rehearsed as if it were now, and named devices are all that take part", () => {
  const set = stage(FLAWLESS);
  const deviceIds = set.fleet(20).slice(0, 3);
  const { nowMs } = set.world;
  expect(rehearsed(set, { startAtMs: nowMs + hours(40), targeting: { deviceIds } })).toMatchObject({
    devices: 3,
    members: 3,
    state: "finished",
    counts: { total: 3, substates: { verified: 3 } },
  });
});

test("what would be refused as a deployment is refused as a rehearsal", () => {
  const set = stage(FLAWLESS);
  set.fleet(3);
  expect(begun(set, { maxUnavailable: { count: 0 } })).toMatchObject({ field: "plan.maxUnavailable" });
  const { cohortId, projectId, world } = set;
  expect(startRehearsal(world, { id: "r", projectId, cohortId, artifactIds: [] }, hoursAt)).toMatchObject({
    field: "artifactIds",
  });
  const nobody = "000000000000000000000000" as never;
  expect(startRehearsal(world, { id: "r", projectId, cohortId: nobody, artifactIds: [] }, hoursAt)).toMatchObject({
    problem: "not-found",
  });
});

test("it is done in slices, and in however many it is the same", () => {
  const inSlices = (budget: number) => {
    const set = stage({ ...HEALTHY, failPercent: 20 });
    set.fleet(60);
    const run = begun(set, { preset: "urgent" });
    if (isProblem(run)) throw new Error(run.message);
    let slices = 0;
    for (; rehearsalValue(run).result === undefined; slices += 1) advanceRehearsal(run, budget, hoursAt);
    return { result: rehearsalValue(run).result, slices };
  };
  const [few, many] = [inSlices(1_000_000), inSlices(10)];
  expect(few.result).toEqual(many.result);
  expect([few.slices, many.slices > 5]).toEqual([1, true]);
});
