import { minutes } from "#lib/duration.ts";
import { resolvedSize } from "#domain/size.ts";
import { contactMsOf } from "#mocks/engine/device-instants.ts";
import { heartbeatMsOf } from "#mocks/engine/fleet.ts";
import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import { NOTE } from "#mocks/engine/step-columns.ts";
import { INSTANT, instantAt } from "#mocks/engine/target-instants.ts";
import type { World } from "#mocks/engine/world.ts";
import { code, countOf, INELIGIBLE, LIVE, SLOT } from "./codes.ts";
import type { Invariant } from "./invariant.ts";
import { isOffer, type RolloutMoment, type Stood } from "./moments.ts";

type Limits = { readonly inFlight: number; readonly unavailable: number };

/** What is remembered of one rollout. */
type Seen = {
  /** The most it was ever allowed: a fleet that shrinks leaves who is on the way where they are. */
  peak: Limits;
  /** Rows whose attempt the device began by itself. */
  readonly byThemselves: Set<number>;
  /** Rows that failed by silence, and when. */
  readonly goneSince: Map<number, number>;
};

/** Offers keep within both budgets, and only a device's own retry or a fleet that shrank goes beyond them. */
export const LIMITS: Invariant = {
  number: 1,
  text: "In flight and unavailable are within their limits at every event, but for a device's own retry and a fleet that shrank.",
  begin: () => {
    const seen = new Map<RolloutState, Seen>();
    return ({ world, rollouts }) => {
      for (const moment of rollouts) {
        const of = seen.get(moment.rollout) ?? { peak: NONE_YET, byThemselves: new Set(), goneSince: new Map() };
        seen.set(moment.rollout, of);
        const wrong = wrongIn(world, moment, of);
        if (wrong !== undefined) return `${moment.rollout.name}: ${wrong}`;
      }
      return undefined;
    };
  },
};

const NONE_YET: Limits = { inFlight: 0, unavailable: 0 };

function wrongIn(world: World, { rollout, before, changes }: RolloutMoment, seen: Seen): string | undefined {
  const { targets, plan, pace } = rollout;
  if (pace.openPhase < 0) return undefined;
  const now = targets.substate.subarray(0, targets.count);
  const limits = atMost(limitsWith(rollout, before?.openPhase ?? -1, before), limitsWith(rollout, pace.openPhase, now));
  seen.peak = atMost(seen.peak, limits);
  const codes = Uint8Array.from(now);
  codes.fill(READY, before?.count ?? 0);
  codes.set(before?.substates ?? []);
  for (const change of changes) {
    codes[change.row] = change.substate;
    remember(rollout, change.row, change, seen);
    if (!isOffer(change)) continue;
    const inFlight = countOf(codes, SLOT);
    if (inFlight > limits.inFlight) return `${inFlight} in flight with an offer, ${limits.inFlight} allowed`;
    const out = outOfReach(world, rollout, codes, seen, LIVE);
    if (out > limits.unavailable) return `${out} may be out of reach with an offer, ${limits.unavailable} allowed`;
    const wanted = countOf(codes, LIVE) + countOf(codes, VERIFIED);
    if (wanted > (plan.maxDevices ?? Infinity)) return `${wanted} devices for at most ${plan.maxDevices}`;
  }
  const own = [...seen.byThemselves].filter((row) => SLOT.has(now[row] ?? -1)).length;
  const inFlight = countOf(now, SLOT);
  if (inFlight > seen.peak.inFlight + own) return `${inFlight} in flight, ${seen.peak.inFlight} allowed`;
  const out = outOfReach(world, rollout, now, seen, new Set());
  const excess = seen.byThemselves.size;
  return out > seen.peak.unavailable + excess ? `${out} out of reach, ${seen.peak.unavailable} allowed` : undefined;
}

function remember(
  { targets, plan }: RolloutState,
  row: number,
  change: { readonly substate: number; readonly note: number; readonly atMs: number },
  { byThemselves, goneSince }: Seen,
): void {
  if (change.note === NOTE.ownRetry) byThemselves.add(row);
  const silentMs = change.atMs - instantAt(targets.instants, row, INSTANT.contact);
  const isSilent = change.substate === TIMED_OUT && silentMs >= minutes(plan.timeouts.stallMinutes);
  if (change.substate === LOST || isSilent) goneSince.set(row, change.atMs);
}

/** Devices that are silent in their attempt, or failed by silence and were not seen since; and who `may` become so. */
function outOfReach(
  world: World,
  rollout: RolloutState,
  codes: Uint8Array,
  { goneSince }: Seen,
  may: ReadonlySet<number>,
): number {
  const { targets, plan, occurrences } = rollout;
  const { verify } = plan.timeouts;
  let out = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const device = targets.device[row] ?? -1;
    const silenceMs = Math.max(minutes(verify.minutes), verify.heartbeats * heartbeatMsOf(world.fleet, device));
    const heardMs = instantAt(targets.instants, row, INSTANT.contact);
    const isSilent = LIVE.has(codes[row] ?? -1) && world.nowMs - heardMs > silenceMs;
    const goneMs = goneSince.get(row) ?? Infinity;
    const isReleased = occurrences.some(
      (one) => one.what === "released" && one.device === device && one.atMs >= goneMs,
    );
    // Who left is another cohort's business, or nobody's.
    const isGone =
      goneMs < Infinity && contactMsOf(world.fleet, device) < goneMs && !isReleased && !LEFT.has(codes[row] ?? -1);
    if (isSilent || isGone || may.has(codes[row] ?? -1)) out += 1;
  }
  return out;
}

function limitsWith({ plan }: RolloutState, openPhase: number, codes: Stood | Uint8Array | undefined): Limits {
  const substates = codes instanceof Uint8Array ? codes : (codes?.substates ?? new Uint8Array(0));
  const eligible = substates.length - countOf(substates, INELIGIBLE);
  const phase = plan.phases[openPhase];
  return {
    inFlight: phase === undefined ? 0 : resolvedSize(phase.maxInFlight, eligible),
    unavailable: resolvedSize(plan.maxUnavailable, eligible),
  };
}

function atMost(one: Limits, other: Limits): Limits {
  return {
    inFlight: Math.max(one.inFlight, other.inFlight),
    unavailable: Math.max(one.unavailable, other.unavailable),
  };
}

const READY = code("waiting-offline");
const LOST = code("lost");
const TIMED_OUT = code("timed-out");
const VERIFIED: ReadonlySet<number> = new Set([code("verified")]);
const LEFT: ReadonlySet<number> = new Set([code("left-cohort"), code("decommissioned")]);
