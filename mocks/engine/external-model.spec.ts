import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hours } from "#lib/duration.ts";
import type { DeploymentId, DeviceId, TagId } from "#domain/ids.ts";
import type { OtaEvent } from "#domain/ota-event.ts";
import { PRESETS } from "#domain/plan.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { execute } from "./execute.ts";
import { listOtaEvents } from "./read-ota-events.ts";
import { FAILURE_KINDS, FLAWLESS, type FailureKind } from "./simulation.ts";
import { stage, type Stage } from "./stage.ts";

/** What each device of a cohort is up to. */
type Fate = FailureKind | "well";
const FATES: readonly Fate[] = ["well", ...FAILURE_KINDS];

const ONE_BY_ONE: PlanRequest = {
  preset: "custom",
  phases: [
    { ...phaseOf(2), name: "Two", promote: "after-soak" },
    { ...phaseOf(100), name: "All" },
  ],
  maxUnavailable: { count: 2 },
  halt: { streak: 4 },
};
const PLANS: readonly PlanRequest[] = [...PRESETS.map((preset) => ({ preset })), ONE_BY_ONE];

test("devices over HTTP that ask and report when simulated ones did end where those do, whatever fails, under any plan", () => {
  const cases = fc.record({
    fates: fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 8 }),
    plan: fc.constantFrom(...PLANS),
    seed: fc.nat(1_000),
  });
  fc.assert(
    fc.property(cases, ({ fates, plan, seed }) => {
      const simulated = simulate(fates, plan, `model ${seed}`);
      const spoken = speak(fates, plan, `model ${seed}`, scheduleOf(simulated));
      expect(outcomeOf(spoken)).toEqual(outcomeOf(simulated));
    }),
    { numRuns: 60, seed: 1 },
  );
});

test.each(FATES)("%s: each kind alone, under every plan", (fate) => {
  for (const plan of PLANS) {
    const simulated = simulate([fate, "well", fate], plan, "model");
    const spoken = speak([fate, "well", fate], plan, "model", scheduleOf(simulated));
    expect(outcomeOf(spoken)).toEqual(outcomeOf(simulated));
  }
});

type Played = { readonly on: Stage; readonly id: DeploymentId; readonly devices: readonly DeviceId[] };

const LASTS_MS = hours(60);

/** Devices that the engine acts for. */
function simulate(fates: readonly Fate[], plan: PlanRequest, seed: string): Played {
  const { on, tags } = set(seed);
  const correlated = FAILURE_KINDS.map((kind) => ({ tagId: tags.get(kind)!, failPercent: 100, kind }));
  on.world.simulation = { ...FLAWLESS, correlated };
  const devices = fates.flatMap((fate) => on.fleet(1, { tagIds: [tags.get(fate)!], heartbeatMinutes: 60 }));
  const id = on.deploy({ main: "2.0.0" }, { plan });
  on.travel(LASTS_MS);
  return { on, id, devices };
}

/** The same devices, speaking for themselves. */
function speak(fates: readonly Fate[], plan: PlanRequest, seed: string, schedule: readonly Said[]): Played {
  const { on, tags } = set(seed);
  const { act, projectId, cohortId, world } = on;
  const devices = fates.map((fate, at) => {
    const named = { name: `spoken ${at}`, hardwareIds: [], tagIds: [tags.get(fate)!], cohortId };
    return act({ kind: "create-device", projectId, ...named }).deviceId!;
  });
  for (const device of devices) on.say(device, "IDLE 0 1.0.0");
  const id = on.deploy({ main: "2.0.0" }, { plan });
  const endsAtMs = world.nowMs + LASTS_MS;
  const packageId = world.rollouts[0]!.components[0]!.component.packageId;
  for (const { device, atMs, says } of schedule) {
    const by = { actor: "spec", atMs };
    const deviceId = devices[device]!;
    if (says === "asks") execute(world, { kind: "ask", deviceId }, by);
    else if (says === "fetches") execute(world, { kind: "fetch-bytes", deviceId, packageId, version: "2.0.0" }, by);
    else execute(world, { kind: "report", deviceId, report: { packageId, ...says } }, by);
  }
  on.travel(endsAtMs - world.nowMs);
  return { on, id, devices };
}

/** The same world twice: what is made in it before its devices gets the same ids. */
function set(seed: string) {
  const on = stage(FLAWLESS, seed);
  const tag = (fate: Fate) => on.act({ kind: "create-tag", projectId: on.projectId, name: `fate=${fate}` }).tagId!;
  return { on, tags: new Map<Fate, TagId>(FATES.map((fate) => [fate, tag(fate)])) };
}

/** One thing that a device sends. */
type Said = {
  readonly device: number;
  readonly atMs: number;
  readonly says:
    | "asks"
    | "fetches"
    | { readonly state: number; readonly reason: number; readonly version?: string; readonly target?: string };
};

/** Everything that simulated devices sent, in order, from what they reported and from when they were offered something. */
function scheduleOf({ on, id, devices }: Played): readonly Said[] {
  const { list } = listOtaEvents(on.world, on.projectId, { limit: 100_000 });
  const reports = list.toReversed();
  const offers = devices.flatMap((deviceId, device) =>
    on
      .target(id, deviceId)
      .attempts.flatMap(({ steps }) => steps)
      .filter(({ substate }) => substate === "offered")
      .map(({ atMs }): Said => ({ device, atMs, says: "asks" })),
  );
  const spoken = reports.flatMap((report, at): readonly Said[] => {
    const device = devices.indexOf(report.deviceId);
    const { atMs } = report;
    const said: Said = { device, atMs, says: saidIn(report) };
    const before = reports.slice(0, at).findLast(({ deviceId }) => deviceId === report.deviceId);
    if (isBoot(report, before)) return [{ device, atMs, says: "asks" }, said];
    return isBeginning(report) ? [said, { device, atMs, says: "fetches" }] : [said];
  });
  return [...offers, ...spoken].toSorted((a, b) => a.atMs - b.atMs);
}

const STATES = ["IDLE", "DOWNLOADING", "DOWNLOADED", "UPDATING"];

function saidIn({ eventType, status, currentVersion, targetVersion }: OtaEvent): Said["says"] {
  return {
    state: STATES.indexOf(eventType),
    reason: status,
    ...(currentVersion === undefined ? {} : { version: currentVersion }),
    ...(targetVersion === undefined ? {} : { target: targetVersion }),
  };
}

/** The first of the IDLEs of a boot: the device has asked right before. */
function isBoot({ eventType, targetVersion, atMs }: OtaEvent, before: OtaEvent | undefined): boolean {
  if (eventType !== "IDLE" || targetVersion !== undefined) return false;
  return before === undefined || before.atMs !== atMs || (before.eventType === "UPDATING" && before.status === 1);
}

function isBeginning({ eventType, status }: OtaEvent): boolean {
  return eventType === "DOWNLOADING" && status === 0;
}

/** Where everything ended, and by which steps. */
function outcomeOf({ on, id, devices }: Played) {
  const { state, counts, halt } = on.deployment(id);
  const targets = devices.map((deviceId) => {
    const { substate, bucket, reason, attempts, packages } = on.target(id, deviceId);
    return { substate, bucket, reason, attempts, packages };
  });
  return { state, buckets: counts.buckets, halt: halt?.rule, targets };
}

function phaseOf(percent: number) {
  return {
    size: { percent, atLeast: 2 },
    promote: "auto",
    soakMinutes: 30,
    successPercent: 50,
    minTerminal: 2,
    maxInFlight: { count: 2 },
  } as const;
}
