import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import { countsProblem } from "#domain/counts.ts";
import type { CohortId, DeviceId } from "#domain/ids.ts";
import { NO_FAULTS } from "#domain/world.ts";
import { SUBSTATES } from "#domain/target.ts";
import { shownCounts } from "./shown-waits.ts";
import { HEALTHY } from "./simulation.ts";
import { stage, type Stage } from "./stage.ts";
import { BUCKET_OF } from "./target-columns.ts";
import type { World } from "./world.ts";

/** One thing that somebody, a device over HTTP or the clock does; numbers choose among what there is. */
const ACT = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("travel" as const),
      of: fc.constantFrom(seconds(3), seconds(40), minutes(6), hours(2)),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("deploy" as const), of: fc.nat(5), to: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cancel" as const), of: fc.nat(9), stop: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("complete" as const), of: fc.nat(9) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("move" as const), of: fc.nat(), to: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("enable" as const), of: fc.nat(), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("delete" as const), of: fc.nat() }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant("ask" as const), of: fc.nat() }) },
  {
    weight: 20,
    arbitrary: fc.record({
      do: fc.constant("say" as const),
      of: fc.nat(),
      state: fc.constantFrom("IDLE", "DOWNLOADING", "DOWNLOADED", "UPDATING"),
      reason: fc.constantFrom(0, 0, 0, 1, 2, 5, 8, 8, 11),
      version: fc.constantFrom("1.0.0", "2.0.0", "3.0.0"),
      target: fc.constantFrom("", "→2.0.0", "→3.0.0"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("fault" as const), of: fc.constantFrom(0, 30, 100) }) },
);
type Act = typeof ACT extends fc.Arbitrary<infer T> ? T : never;

const DEPLOYABLE = [
  { main: "2.0.0" },
  { main: "3.0.0" },
  { main: "1.0.0" },
  { main: "2.0.0", modem: "2.0.0" },
  { modem: "2.0.0" },
  { main: "3.0.0" },
];

test("whatever happens, the invariants of a rollout hold", () => {
  fc.assert(
    fc.property(fc.array(ACT, { minLength: 40, maxLength: 120, size: "max" }), fc.nat(1_000), (acts, seed) => {
      const set = stage({ ...HEALTHY, failPercent: 40, offlinePercent: 25 }, `seed ${seed}`);
      const cohorts = [set.cohortId, set.cohort("Valves")];
      const devices = [
        ...set.fleet(6),
        ...set.fleet(4, { cohortId: cohorts[1]! }),
        set.external("a"),
        set.external("b", cohorts[1]),
      ];
      for (const act of acts) {
        carryOut(set, cohorts, devices, act);
        holdsAt(set.world);
      }
      set.travel(hours(30));
      holdsAt(set.world);
    }),
    { numRuns: 200, seed: 1 },
  );
});

function carryOut(set: Stage, cohorts: readonly CohortId[], devices: readonly DeviceId[], act: Act): void {
  const { attempt, projectId, world } = set;
  // Who speaks for itself comes last and speaks most, so that few devices live through much.
  const speaks = act.do === "ask" || act.do === "say";
  const deviceId = speaks ? devices.at(-1 - (act.of % 3))! : devices[act.of % devices.length]!;
  const deploymentId = world.rollouts[act.of % Math.max(1, world.rollouts.length)]?.id;
  switch (act.do) {
    case "travel":
      return set.travel(act.of);
    case "deploy":
      return void set.deploy(DEPLOYABLE[act.of]!, {}, cohorts[act.to]);
    case "cancel":
      if (deploymentId !== undefined)
        attempt({ kind: "cancel-deployment", projectId, deploymentId, stopDownloads: act.stop });
      return;
    case "complete":
      if (deploymentId !== undefined) attempt({ kind: "complete-deployment", projectId, deploymentId });
      return;
    case "move":
      return void attempt({ kind: "assign-devices", projectId, cohortId: cohorts[act.to], deviceIds: [deviceId] });
    case "enable":
      return void attempt({ kind: "update-device", projectId, deviceId, change: { enabled: act.on } });
    case "delete":
      return void attempt({ kind: "delete-device", projectId, deviceId });
    case "ask":
      return void attempt({ kind: "ask", deviceId });
    case "say": {
      const { packageId } = { packageId: [...world.projects[0]!.packages.keys()][0]! };
      const state = ["IDLE", "DOWNLOADING", "DOWNLOADED", "UPDATING"].indexOf(act.state);
      const target = act.target === "" ? {} : { target: act.target.slice(1) };
      return void attempt({
        kind: "report",
        deviceId,
        report: { packageId, state, reason: act.reason, version: act.version, ...target },
      });
    }
    case "fault":
      return void attempt({ kind: "set-faults", faults: { ...NO_FAULTS, offlinePercent: act.of } });
  }
}

function holdsAt(world: World): void {
  for (const rollout of world.rollouts) {
    expect(countsProblem(shownCounts(world, rollout))).toBeUndefined();
    const recounted = new Int32Array(SUBSTATES.length);
    for (let row = 0; row < rollout.targets.count; row += 1) recounted[rollout.targets.substate[row]!]! += 1;
    expect([...rollout.targets.counts]).toEqual([...recounted]);
  }
  expect(mostLiveAttemptsOfADevice(world)).toBeLessThanOrEqual(1);
  const numbers = world.rollouts.map(({ sequenceNumber }) => sequenceNumber);
  expect(numbers.every((number, at) => at === 0 || number > numbers[at - 1]!)).toBe(true);
  expect(verifiedWithoutProof(world)).toEqual([]);
  expect(pendingInClosed(world)).toBe(0);
}

function mostLiveAttemptsOfADevice(world: World): number {
  const live = new Int32Array(world.fleet.count);
  for (const { targets } of world.rollouts) {
    for (let row = 0; row < targets.count; row += 1) {
      if (BUCKET_OF[targets.substate[row]!] === "in-progress") live[targets.device[row]!]! += 1;
    }
  }
  return Math.max(0, ...live);
}

/** Targets that count as verified though no report of the version reached the backend after the deployment began. */
function verifiedWithoutProof(world: World): readonly string[] {
  const { events } = world.projects[0]!;
  const isProven = (device: number, version: number, sinceMs: number, about: unknown) => {
    for (let at = 0; at < events.count; at += 1) {
      const fits =
        events.devices[at] === device &&
        events.versions[at] === version &&
        events.named[events.packages[at]!] === about;
      if (fits && events.times[at]! >= sinceMs) return true;
    }
    return false;
  };
  return world.rollouts.flatMap(({ targets, components, createdAtMs, name }) =>
    Array.from({ length: targets.count }, (_, row) => row)
      .filter((row) => SUBSTATES[targets.substate[row]!] === "verified")
      .filter((row) => {
        const changed = components.filter((_, at) => targets.from[at]![row] !== components[at]!.version);
        return !changed.every(({ version, about }) => isProven(targets.device[row]!, version, createdAtMs, about));
      })
      .map((row) => `${name} row ${row}`),
  );
}

function pendingInClosed(world: World): number {
  return world.rollouts
    .filter(({ closed }) => closed !== undefined)
    .reduce(
      (sum, { targets }) =>
        sum + targets.counts.reduce((all, count, code) => (BUCKET_OF[code] === "pending" ? all + count : all), 0),
      0,
    );
}
