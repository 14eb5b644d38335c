import { isProblem } from "#domain/problem.ts";
import type { Command } from "#mocks/engine/command.ts";
import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import type { World } from "#mocks/engine/world.ts";
import type { Invariant } from "./invariant.ts";
import { isOffer, type Done, type Moment, type RolloutMoment } from "./moments.ts";

/** Why a rollout may make no offers, and when its hours turn; from what was done to it, not from what it says of itself. */
type Bars = { readonly reasons: Set<string>; startsOpen: boolean; readonly turnsMs: number[] };

/** No offer goes out while anything stands against it. */
export const NO_OFFERS: Invariant = {
  number: 2,
  text: "No offer while paused, halted, cancelled, scheduled, queued, frozen or outside the window.",
  begin: () => {
    const bars = new Map<RolloutState, Bars>();
    const frozenUntilMs = new Map<number, number>();
    return (moment) => {
      for (const one of moment.rollouts) if (!bars.has(one.rollout)) bars.set(one.rollout, barsOf(moment, one));
      if (moment.done !== undefined) act(moment.world, moment.done, bars, frozenUntilMs);
      for (const one of moment.rollouts) {
        const of = bars.get(one.rollout);
        const wrong = of === undefined ? undefined : wrongOffer(moment, one, of, frozenUntilMs);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    };
  },
};

function barsOf({ world, done }: Moment, { rollout }: RolloutMoment): Bars {
  const { startAtMs = 0, startPolicy } = rollout.plan;
  const reasons = new Set<string>();
  if (startAtMs > world.nowMs) reasons.add("scheduled");
  else if (startPolicy === "after-current") reasons.add("queued");
  const window = done?.command.kind === "start-deployment" ? done.command.window : undefined;
  return { reasons, startsOpen: window?.open ?? true, turnsMs: window === undefined ? [] : [window.nextAtMs] };
}

const BARRED_BY: Readonly<Partial<Record<Command["kind"], string>>> = {
  "pause-deployment": "paused",
  "cancel-deployment": "cancelled",
  "complete-deployment": "completed",
};

function act(
  world: World,
  { command, outcome }: Done,
  bars: Map<RolloutState, Bars>,
  frozen: Map<number, number>,
): void {
  if (isProblem(outcome)) return;
  if (command.kind === "freeze-cohort" || command.kind === "unfreeze-cohort") {
    const cohort = world.cohorts.findIndex(({ id }) => id === command.cohortId);
    if (command.kind === "unfreeze-cohort") frozen.delete(cohort);
    else frozen.set(cohort, command.untilMs ?? Infinity);
    return;
  }
  if (!("deploymentId" in command)) return;
  for (const [{ id }, { reasons, turnsMs }] of bars) {
    if (id !== command.deploymentId) continue;
    const barred = BARRED_BY[command.kind];
    if (barred !== undefined) reasons.add(barred);
    if (command.kind === "resume-deployment") for (const over of ["paused", "halted"]) reasons.delete(over);
    if (command.kind === "tell-window") turnsMs.push(command.nextAtMs);
  }
}

const BARS = new Set(["halted", "completed", "finished", "expired", "cancelled", "superseded"]);

function wrongOffer(
  { world }: Moment,
  { rollout, changes, occurrences }: RolloutMoment,
  bars: Bars,
  frozen: ReadonlyMap<number, number>,
): string | undefined {
  let told = 0;
  const tellUpTo = (step: number) => {
    for (; told < occurrences.length; told += 1) {
      const one = occurrences[told];
      if (one === undefined || one.atStep > step) return;
      if (BARS.has(one.what)) bars.reasons.add(one.what);
      if (one.what === "started") for (const over of ["scheduled", "queued"]) bars.reasons.delete(over);
    }
  };
  for (const change of changes) {
    tellUpTo(change.at);
    if (!isOffer(change)) continue;
    const isFrozen = world.nowMs < (frozen.get(rollout.cohort) ?? -Infinity);
    const against = [...bars.reasons, ...(isFrozen ? ["frozen"] : []), ...(isShut(bars, change.atMs) ? ["shut"] : [])];
    if (against.length > 0) return `${rollout.name} makes an offer while ${against.join(", ")}`;
  }
  tellUpTo(Infinity);
  return undefined;
}

/** At the very instant at which the hours turn both are right. */
function isShut({ startsOpen, turnsMs }: Bars, atMs: number): boolean {
  const isOpenAfter = (turns: number) => startsOpen === (turns % 2 === 0);
  const before = turnsMs.filter((turnMs) => turnMs < atMs).length;
  const upTo = turnsMs.filter((turnMs) => turnMs <= atMs).length;
  return !isOpenAfter(before) && !isOpenAfter(upTo);
}

/** What a rule stopped, only a person who says why sets going again. */
export const AFTER_A_HALT: Invariant = {
  number: 7,
  text: "No offer after a halt without a resume.",
  begin: () => {
    const halted = new Set<RolloutState>();
    return ({ done, rollouts }) => {
      for (const { rollout, changes, occurrences } of rollouts) {
        if (isResumed(done, rollout)) halted.delete(rollout);
        const halt = occurrences.find(({ what }) => what === "halted");
        const offer = changes.find(
          (one) => isOffer(one) && (halted.has(rollout) || one.at >= (halt?.atStep ?? Infinity)),
        );
        if (offer !== undefined) return `${rollout.name} makes an offer after a halt`;
        if (halt !== undefined) halted.add(rollout);
        if (halted.has(rollout) && rollout.closed === undefined && rollout.stopped !== "halted") {
          return `${rollout.name} is halted no longer, and nobody resumed it`;
        }
      }
      return undefined;
    };
  },
};

function isResumed(done: Done | undefined, { id }: RolloutState): boolean {
  if (done === undefined || isProblem(done.outcome) || done.command.kind !== "resume-deployment") return false;
  return done.command.deploymentId === id && (done.command.reason ?? "") !== "";
}
