import { expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import type { DeploymentId, DeviceId } from "#domain/ids.ts";
import { isProblem } from "#domain/problem.ts";
import type { Pulse } from "#domain/rollout.ts";
import { pulseOf } from "./read-pulse.ts";
import { listTargets } from "./read-targets.ts";
import { FLAWLESS, HEALTHY } from "./simulation.ts";
import { stage, type Stage } from "./stage.ts";

type Rollout = Stage & { readonly deploymentId: DeploymentId };

function pulse({ world, projectId, deploymentId }: Rollout, since = 0, deviceIds: readonly DeviceId[] = []): Pulse {
  const answer = pulseOf(world, projectId, deploymentId, { since, deviceIds });
  if (answer === undefined || isProblem(answer)) throw new Error("No pulse was answered.");
  return answer;
}

/** Everything that a list shows of a rollout, by device. */
function rowsOf({ world, projectId, deploymentId }: Rollout): ReadonlyMap<DeviceId, string> {
  const page = listTargets(world, projectId, deploymentId, { page: 0, perPage: 20_000 });
  if (page === undefined || isProblem(page)) throw new Error("No targets were answered.");
  return new Map(page.list.map((row) => [row.deviceId, JSON.stringify(row)]));
}

test("whatever a list shows and that changed is among what the pulse says has changed", () => {
  const set = stage({ ...HEALTHY, failPercent: 30 });
  set.fleet(9_000);
  const deploymentId = set.deploy({ main: "2.0.0" }, { plan: { preset: "urgent" } });
  const rollout = { ...set, deploymentId };
  let before = rowsOf(rollout);
  let { revision } = pulse(rollout);
  for (const ms of [seconds(1), seconds(30), minutes(2), minutes(14), hours(1), hours(5)]) {
    set.travel(ms);
    const now = rowsOf(rollout);
    const changed = [...now].filter(([id, row]) => before.get(id) !== row).map(([id]) => id);
    const answer = pulse(rollout, revision, changed.slice(0, 100));
    expect(answer.changedRows).toHaveLength(Math.min(100, changed.length));
    expect(answer.changedElsewhere + answer.changedRows.length).toBeGreaterThanOrEqual(changed.length);
    expect(pulse(rollout, answer.revision)).toMatchObject({ changedRows: [], changedElsewhere: 0 });
    [before, revision] = [now, answer.revision];
  }
});

test("a pause changes every waiting row, and no other", () => {
  const set = stage(FLAWLESS);
  const devices = set.fleet(30);
  const deploymentId = set.deploy({ main: "2.0.0" }, { plan: { preset: "urgent" } });
  const rollout = { ...set, deploymentId };
  set.travel(seconds(5));
  const { counts, revision } = pulse(rollout);
  set.act({ kind: "pause-deployment", projectId: set.projectId, deploymentId });
  const { changedElsewhere, changedRows, state } = pulse(rollout, revision, devices);
  expect([state, changedElsewhere]).toEqual(["paused", 0]);
  expect(changedRows).toHaveLength(counts.buckets.pending);
  expect(new Set(changedRows.map(({ substate }) => substate))).toEqual(new Set(["waiting-deployment"]));
});

test("carries phases, fuses and the halt, and is as long for many devices as for few", () => {
  const sizeOf = (count: number) => {
    const set = stage({ ...FLAWLESS, correlated: [{ failPercent: 100, kind: "install-refused" }] });
    set.fleet(count);
    const deploymentId = set.deploy({ main: "2.0.0" }, { plan: { preset: "standard" } });
    set.travel(hours(2));
    const answer = pulse({ ...set, deploymentId });
    expect(answer.halt?.rule).toBe("absolute");
    expect(answer.phases?.map(({ name, state }) => [name, state])).toEqual([
      ["5 %", "open"],
      ["50 %", "waiting"],
      ["All devices", "waiting"],
    ]);
    expect(answer.fuses?.map(({ rule, scope }) => `${rule} ${scope}`)).toEqual([
      "absolute phase",
      "ratio phase",
      "ratio rollout",
      "streak rollout",
      "lost phase",
    ]);
    return JSON.stringify(answer).length;
  };
  expect(sizeOf(400) / sizeOf(40)).toBeLessThan(1.1);
});
