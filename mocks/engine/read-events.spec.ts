import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hours, minutes } from "#lib/duration.ts";
import type { DeploymentEvents } from "#domain/deployment-event.ts";
import type { DeploymentId } from "#domain/ids.ts";
import { isProblem } from "#domain/problem.ts";
import { execute } from "./execute.ts";
import { readEvents } from "./read-events.ts";
import { FLAWLESS, HEALTHY } from "./simulation.ts";
import { stage, type Stage } from "./stage.ts";

function logOf({ world, projectId }: Stage, id: DeploymentId, since = 0, limit = 100_000): DeploymentEvents {
  const answer = readEvents(world, projectId, id, { since, limit });
  if (answer === undefined || isProblem(answer)) throw new Error("No log was answered.");
  return answer;
}

/** The log as short texts. */
function told(set: Stage, id: DeploymentId): readonly string[] {
  return logOf(set, id).list.map((event) =>
    event.kind === "deployment"
      ? [event.what, "actor" in event.by ? event.by.actor : event.by.rule, event.reason ?? ""].join(" ").trim()
      : [event.name, event.attempt, event.substate, event.note ?? ""].join(" ").trim(),
  );
}

test("tells in order who did what to the deployment, and every step of every device", () => {
  const set = stage(FLAWLESS);
  const { deploy, fleet, projectId, travel, world } = set;
  fleet(1);
  const deploymentId = deploy({ main: "2.0.0" });
  travel(minutes(10));
  execute(
    world,
    { kind: "complete-deployment", projectId, deploymentId, reason: "Nobody else is to come." },
    { actor: "ada@example.com", atMs: world.nowMs },
  );
  expect(told(set, deploymentId)).toEqual([
    "created spec",
    "started spec",
    "phase-opened start",
    "pump-000001 1 offered",
    "pump-000001 1 downloading",
    "pump-000001 1 downloaded",
    "pump-000001 1 installing",
    "pump-000001 1 verifying",
    "pump-000001 1 verified",
    "completed ada@example.com Nobody else is to come.",
  ]);
  expect(logOf(set, deploymentId).list[3]).toMatchObject({ position: 4, bucket: "in-progress" });
});

test("says why a step was taken, and by which reason it failed", () => {
  const set = stage({ ...FLAWLESS, correlated: [{ failPercent: 100, kind: "9" }] });
  set.fleet(1);
  const id = set.deploy({ main: "2.0.0" });
  set.travel(hours(1));
  expect(logOf(set, id).list.at(-1)).toMatchObject({ kind: "target", substate: "rejected", reason: 9 });
});

test("a halt names its rule and the device that made it so", () => {
  const set = stage({ ...FLAWLESS, correlated: [{ failPercent: 100, kind: "9" }] });
  set.fleet(50);
  const id = set.deploy({ main: "2.0.0" }, { plan: { preset: "urgent" } });
  set.travel(hours(1));
  const halt = logOf(set, id).list.find((event) => event.kind === "deployment" && event.what === "halted");
  expect(halt).toMatchObject({ by: { rule: "absolute" }, phase: 0 });
  const failed = set.rows(id).filter(({ bucket }) => bucket === "failed");
  expect(failed.map(({ deviceId }) => deviceId)).toContain(halt?.deviceId);
});

test("read piece by piece, it is the whole log, numbered from 1 without a gap", () => {
  const set = stage({ ...HEALTHY, failPercent: 40 });
  set.fleet(80);
  const id = set.deploy({ main: "2.0.0" }, { plan: { preset: "standard" } });
  set.travel(hours(30));
  const whole = logOf(set, id).list;
  expect(whole.map(({ position }) => position)).toEqual(whole.map((_, at) => at + 1));
  const times = whole.map(({ atMs }) => atMs);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(fc.nat(whole.length), fc.integer({ min: 1, max: 50 }), (since, limit) => {
      const { list, next } = logOf(set, id, since, limit);
      expect(list).toEqual(whole.slice(since, since + limit));
      expect(next).toBe(Math.min(since + limit, whole.length));
    }),
    { seed: 1 },
  );
});

test("who has read everything is told what comes after; a position that never was is gone", () => {
  const set = stage(FLAWLESS);
  set.fleet(2);
  const id = set.deploy({ main: "2.0.0" });
  const { next } = logOf(set, id);
  expect(logOf(set, id, next)).toEqual({ list: [], next });
  set.travel(minutes(1));
  expect(logOf(set, id, next).list[0]?.position).toBe(next + 1);
  expect(readEvents(set.world, set.projectId, id, { since: 10_000, limit: 10 })).toMatchObject({
    problem: "gone",
    field: "since",
  });
});
