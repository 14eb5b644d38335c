import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { hours } from "#lib/duration.ts";
import type { DeploymentId, DeviceId, TagId } from "#domain/ids.ts";
import { PRESETS } from "#domain/plan.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { execute } from "./execute.ts";
import { textOf } from "./interner.ts";
import { FAILURE_KINDS, FLAWLESS, type FailureKind } from "./simulation.ts";
import { stage, type Stage } from "./stage.ts";

/** One thing that a device sends. */
type Sent = {
  readonly device: number;
  readonly atMs: number;
  readonly what:
    | "asks"
    | "fetches"
    | { readonly state: number; readonly reason: number; readonly version?: string; readonly target?: string };
};

/** Everything that was sent, in order: what devices ask for in vain, too. */
const sent = vi.hoisted((): Sent[] => []);

vi.mock(import("./offer.ts"), async (whole) => {
  const offer = await whole();
  return {
    ...offer,
    answerAsk: (world, device) => {
      sent.push({ device, atMs: world.nowMs, what: "asks" });
      return offer.answerAsk(world, device);
    },
  };
});
vi.mock(import("./fetch-bytes.ts"), async (whole) => {
  const { serveBytes } = await whole();
  return {
    serveBytes: (world, device, ...of) => {
      sent.push({ device, atMs: world.nowMs, what: "fetches" });
      return serveBytes(world, device, ...of);
    },
  };
});
vi.mock(import("./send-report.ts"), async (whole) => {
  const { sendReport } = await whole();
  return {
    sendReport: (world, device, about, state, reason, ...versions) => {
      const [version, target] = versions.map((number) => textOf(world.texts, number));
      const what = { state, reason, ...(version && { version }), ...(target && { target }) };
      sent.push({ device, atMs: world.nowMs, what });
      sendReport(world, device, about, state, reason, ...versions);
    },
  };
});

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

/** Of which seed cases are drawn, and how many. */
const SEED = Number(process.env["SEED"] ?? 1);
const CASES = Number(process.env["CASES"] ?? 60);

describe("devices over HTTP that ask and report when simulated ones did end where those do", () => {
  test(
    `whatever fails, under any plan: ${CASES} cases of seed ${SEED}`,
    () => {
      const cases = fc.record({
        fates: fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 8 }),
        plan: fc.constantFrom(...PLANS),
        seed: fc.nat(1_000),
      });
      const property = fc.property(cases, ({ fates, plan, seed }) => endAlike(fates, plan, `model ${seed}`));
      fc.assert(property, { numRuns: CASES, seed: SEED });
    },
    10_000 + CASES * 200,
  );

  /** What random cases found. */
  const found: readonly (readonly [string, readonly Fate[], PlanRequest, string])[] = [
    ["who asks first gets a slot, whoever was told of it", ["reverted-later", "lost", "stall"], ONE_BY_ONE, "model 94"],
  ];
  test.each(found)("%s", (_, fates, plan, seed) => endAlike(fates, plan, seed));

  test.each(FATES)("%s: each kind alone, under every plan", (fate) => {
    for (const plan of PLANS) endAlike([fate, "well", fate], plan, "model");
  });
});

function endAlike(fates: readonly Fate[], plan: PlanRequest, seed: string): void {
  sent.length = 0;
  const simulated = simulate(fates, plan, seed);
  const spoken = speak(fates, plan, seed, sent.splice(0));
  expect(outcomeOf(spoken)).toEqual(outcomeOf(simulated));
}

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
function speak(fates: readonly Fate[], plan: PlanRequest, seed: string, schedule: readonly Sent[]): Played {
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
  for (const { device, atMs, what } of schedule) {
    const by = { actor: "spec", atMs };
    const deviceId = devices[device]!;
    if (what === "asks") execute(world, { kind: "ask", deviceId }, by);
    else if (what === "fetches") execute(world, { kind: "fetch-bytes", deviceId, packageId, version: "2.0.0" }, by);
    else execute(world, { kind: "report", deviceId, report: { packageId, ...what } }, by);
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
