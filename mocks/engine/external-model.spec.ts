import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { hours, minutes } from "#lib/duration.ts";
import type { DeploymentId, DeviceId, PackageId, TagId } from "#domain/ids.ts";
import { PRESETS } from "#domain/plan.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import type { Command } from "./command.ts";
import { execute } from "./execute.ts";
import { textOf } from "./interner.ts";
import { lastSeenMs } from "./presence.ts";
import { FAILURE_KINDS, FLAWLESS, type FailureKind } from "./simulation.ts";
import { stage, type Stage } from "./stage.ts";

/** One thing that a device sends; `beats` is any sign of life that says nothing. */
type Sent = {
  readonly device: number;
  readonly atMs: number;
  readonly what:
    | "asks"
    | "beats"
    | { readonly fetches: string }
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
    serveBytes: (world, device, about, version) => {
      sent.push({ device, atMs: world.nowMs, what: { fetches: textOf(world.texts, version) ?? "" } });
      return serveBytes(world, device, about, version);
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
const CASES = Number(process.env["CASES"] ?? 50);

/** What happens: a deployment to devices that are up to something, and a second one while the first still lands. */
type Case = {
  readonly fates: readonly Fate[];
  readonly plan: PlanRequest;
  readonly seed: string;
  /** How many of a hundred devices come and go. */
  readonly offlinePercent: number;
  readonly next?: { readonly afterMinutes: number; readonly startPolicy: "now" | "after-current" };
};

const ONE = {
  plan: fc.constantFrom(...PLANS),
  seed: fc.nat(1_000).map((seed) => `model ${seed}`),
  offlinePercent: fc.constantFrom(0, 60),
};
const fatesOf = (among: readonly Fate[]) => fc.array(fc.constantFrom(...among), { minLength: 1, maxLength: 8 });
/**
 * A device that waits for its own retry reads no manifest: it lets a second offer time out. That it is there all the while
 * gives its place among the unavailable ones back over HTTP, where it says so, and not in the engine, where nobody hears it.
 */
const RETRIES_ITSELF: ReadonlySet<Fate> = new Set<Fate>(["4", "5", "8", "10"]);
const CASE: fc.Arbitrary<Case> = fc.oneof(
  fc.record({ ...ONE, fates: fatesOf(FATES) }),
  fc.record({
    ...ONE,
    fates: fatesOf(FATES.filter((fate) => !RETRIES_ITSELF.has(fate))),
    next: fc.record({ afterMinutes: fc.nat(600), startPolicy: fc.constantFrom("now", "after-current") }),
  }),
);

/** What random cases found. */
const FOUND: Readonly<Record<string, Case>> = {
  "who asks first gets a slot, whoever was told of it": {
    fates: ["reverted-later", "lost", "stall"],
    plan: ONE_BY_ONE,
    seed: "model 94",
    offlinePercent: 0,
  },
  "a silent device stops being waited for as soon, whoever was told of a slot": {
    fates: ["well", "well", "well"],
    plan: ONE_BY_ONE,
    seed: "model 0",
    offlinePercent: 40,
  },
};

describe("devices over HTTP that ask and report when simulated ones did end where those do", () => {
  test(
    `whatever fails, under any plan: ${CASES} cases of seed ${SEED}`,
    () => fc.assert(fc.property(CASE, endAlike), { numRuns: CASES, seed: SEED }),
    60_000 + CASES * 1_000,
  );

  test.each(Object.entries(FOUND))("%s", (_, found) => endAlike(found));

  test.each(FATES)("%s: each kind alone, under every plan", (fate) => {
    for (const plan of PLANS) endAlike({ fates: [fate, "well", fate], plan, seed: "model", offlinePercent: 0 });
  });
});

function endAlike(story: Case): void {
  sent.length = 0;
  const simulated = simulate(story);
  const spoken = speak(
    story,
    sent.splice(0).toSorted((a, b) => a.atMs - b.atMs),
  );
  expect(spoken.ids.map((id) => outcomeOf(spoken, id))).toEqual(simulated.ids.map((id) => outcomeOf(simulated, id)));
}

type Played = { readonly on: Stage; readonly ids: readonly DeploymentId[]; readonly devices: readonly DeviceId[] };

const LASTS_MS = hours(60);
const HEARTBEAT_MINUTES = 60;

/** Devices that the engine acts for. */
function simulate(story: Case): Played {
  const { on, tags } = set(story.seed);
  const { world } = on;
  const correlated = FAILURE_KINDS.map((kind) => ({ tagId: tags.get(kind)!, failPercent: 100, kind }));
  world.simulation = { ...FLAWLESS, correlated, offlinePercent: story.offlinePercent };
  const devices = story.fates.flatMap((fate) =>
    on.fleet(1, { tagIds: [tags.get(fate)!], heartbeatMinutes: HEARTBEAT_MINUTES }),
  );
  const seenMs = devices.map(() => world.nowMs);
  // That a simulated device is there is no event: it is looked up, as often as the engine does where it matters.
  const noteSigns = () => {
    for (const [device, beforeMs] of seenMs.entries()) {
      const atMs = lastSeenMs(world, device);
      if (atMs > beforeMs) sent.push({ device, atMs, what: "beats" });
      seenMs[device] = atMs;
    }
  };
  const travel = (toMs: number) => {
    while (world.nowMs < toMs) {
      on.travel(Math.min(minutes(5), toMs - world.nowMs));
      noteSigns();
    }
  };
  return { on, ids: deployed(on, story, travel), devices };
}

/** The same devices, speaking for themselves. */
function speak(story: Case, schedule: readonly Sent[]): Played {
  const { on, tags } = set(story.seed);
  const { act, projectId, cohortId, world } = on;
  const devices = story.fates.map((fate, at) => {
    const named = { name: `spoken ${at}`, hardwareIds: [], tagIds: [tags.get(fate)!], cohortId };
    return act({ kind: "create-device", projectId, ...named }).deviceId!;
  });
  for (const device of devices) on.say(device, "IDLE 0 1.0.0");
  const packageId = [...world.projects[0]!.packages.keys()][0]!;
  let said = 0;
  const travel = (toMs: number) => {
    for (; said < schedule.length && schedule[said]!.atMs <= toMs; said += 1) {
      const { device, atMs, what } = schedule[said]!;
      execute(world, commandOf(devices[device]!, packageId, what), { actor: "spec", atMs });
    }
    on.travel(toMs - world.nowMs);
  };
  return { on, ids: deployed(on, story, travel), devices };
}

/** Deploys, and lets it go on until everything has had its time. */
function deployed(on: Stage, { plan, next }: Case, travel: (toMs: number) => void): readonly DeploymentId[] {
  const endsAtMs = on.world.nowMs + LASTS_MS;
  const ids = [on.deploy({ main: "2.0.0" }, { plan })];
  if (next !== undefined) {
    travel(on.world.nowMs + minutes(next.afterMinutes));
    ids.push(on.deploy({ main: "3.0.0" }, { plan: { ...plan, startPolicy: next.startPolicy } }));
  }
  travel(endsAtMs);
  return ids;
}

function commandOf(deviceId: DeviceId, packageId: PackageId, what: Sent["what"]): Command {
  if (what === "asks") return { kind: "ask", deviceId };
  if (what === "beats") return { kind: "device-log", deviceId, text: "" };
  if ("fetches" in what) return { kind: "fetch-bytes", deviceId, packageId, version: what.fetches };
  return { kind: "report", deviceId, report: { packageId, ...what } };
}

/** The same world twice: what is made in it before its devices gets the same ids. */
function set(seed: string) {
  const on = stage(FLAWLESS, seed);
  const tag = (fate: Fate) => on.act({ kind: "create-tag", projectId: on.projectId, name: `fate=${fate}` }).tagId!;
  return { on, tags: new Map<Fate, TagId>(FATES.map((fate) => [fate, tag(fate)])) };
}

/** Where everything ended, and by which steps. */
function outcomeOf({ on, devices }: Played, id: DeploymentId) {
  const { state, counts, halt, startedAtMs } = on.deployment(id);
  const targets = devices.map((deviceId) => {
    if (startedAtMs === undefined) return undefined;
    const { substate, bucket, reason, attempts, packages } = on.target(id, deviceId);
    return { substate, bucket, reason, attempts, packages };
  });
  return { state, startedAtMs, buckets: counts.buckets, halt: halt?.rule, targets };
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
