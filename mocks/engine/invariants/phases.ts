import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import type { World } from "#mocks/engine/world.ts";
import { INELIGIBLE, code } from "./codes.ts";
import type { Invariant } from "./invariant.ts";
import { isOffer, type Moment, type RolloutMoment } from "./moments.ts";
import { firstIn, orderOf } from "./plan-order.ts";
import { heardIn } from "./proof.ts";
import { eligibleAtStart, fitsAll } from "./eligible.ts";

/** What is remembered of the phases of one rollout that have opened. */
type Opened = { readonly upTo: number[]; readonly added: number[]; readonly phaseOf: Map<number, number> };

/** A phase is what it was when it opened; who began in one stays there. */
export const PHASES: Invariant = {
  number: 6,
  text: "Phase sizes never fall; a device never leaves the phase it started in.",
  begin: () => {
    const seen = new Map<RolloutState, Opened>();
    return ({ world, rollouts }) => {
      for (const { rollout } of rollouts) {
        const opened = seen.get(rollout) ?? { upTo: [], added: [], phaseOf: new Map() };
        seen.set(rollout, opened);
        const wrong = wrongThreshold(rollout, opened) ?? wrongRow(world, rollout, opened);
        if (wrong !== undefined) return `${rollout.name}: ${wrong}`;
      }
      return undefined;
    };
  },
};

function wrongThreshold({ pace, targets }: RolloutState, { upTo, added }: Opened): string | undefined {
  for (let phase = 0; phase <= pace.openPhase; phase += 1) {
    const now = pace.phases[phase]?.upTo ?? -1;
    if (now < (upTo[phase - 1] ?? -1)) return `phase ${phase} reaches less far than the one before`;
    if (now !== (upTo[phase] ?? now)) return `phase ${phase} reached up to ${upTo[phase]}, and now up to ${now}`;
    upTo[phase] = now;
    const there = targets.phase.subarray(0, targets.count).filter((of) => of === phase).length;
    if (there < (added[phase] ?? 0)) return `phase ${phase} had ${added[phase]} targets, and now has ${there}`;
    added[phase] = there;
  }
  return undefined;
}

function wrongRow(world: World, { pace, plan, targets }: RolloutState, { phaseOf }: Opened): string | undefined {
  for (let row = 0; row < targets.count; row += 1) {
    const phase = targets.phase[row] ?? 0;
    const before = phaseOf.get(row);
    if (before !== undefined && before !== phase) return `row ${row} went from phase ${before} to ${phase}`;
    if (phase > pace.openPhase) {
      if ((targets.attempt[row] ?? 0) > 0) return `row ${row} began in phase ${phase}, which has not opened`;
      continue;
    }
    if (before !== undefined) continue;
    phaseOf.set(row, phase);
    const { upTo } = pace.phases[phase] ?? { upTo: -1 };
    if (upTo < 0) continue;
    const order = orderOf(world, plan, targets.device[row] ?? -1);
    const isOfIt = order <= upTo && (phase === 0 || order > (pace.phases[phase - 1]?.upTo ?? -1));
    if (!isOfIt) return `row ${row} stands at ${order}, its phase ${phase} reaches up to ${upTo}`;
  }
  return undefined;
}

/** Whom a preview named, and how far in the order of the plan that reaches. */
type Preview = { readonly named: ReadonlySet<number>; readonly all: ReadonlySet<number>; readonly upTo: number };

/** The order is known beforehand, and is what happens. */
export const PREVIEWED: Invariant = {
  number: 9,
  text: "Whom a preview names is whom a phase offers, when nothing changed between.",
  begin: () => {
    const previews = new Map<RolloutState, Preview>();
    return (moment) => {
      for (const one of moment.rollouts) {
        const wrong =
          unfit(moment, one) ??
          wrongStart(moment, one, previews) ??
          wrongLater(moment.world, one) ??
          wrongOffer(moment, one, previews);
        if (wrong !== undefined) return `${one.rollout.name}: ${wrong}`;
      }
      return undefined;
    };
  },
};

/** What people saw before they started it: of the members that have something to do the first in the order of the plan. */
function wrongStart(
  moment: Moment,
  { rollout, before }: RolloutMoment,
  previews: Map<RolloutState, Preview>,
): string | undefined {
  const { plan, startedAtMs, targets } = rollout;
  if (startedAtMs === undefined || before?.startedAtMs !== undefined) return undefined;
  // By itself it may start in the middle of what else happens in the same ms; then nobody can say what stood before.
  const { world, done, happened } = moment;
  const isAlone = done?.command.kind === "start-deployment" || (happened === 1 && heardIn(moment).length <= 1);
  if (!isAlone) return undefined;
  const all = eligibleAtStart(world, rollout);
  if (all.length === 0) return undefined;
  const named = firstIn(world, plan, all, 0);
  // Where the first phase is everybody, it is so for whoever joins later.
  const upTo = named.length === all.length ? Infinity : orderOf(world, plan, named.at(-1) ?? -1);
  previews.set(rollout, { named: new Set(named), all: new Set(all), upTo });
  if (rollout.pace.openPhase < 0) return undefined;
  const isFirst = (row: number) => targets.phase[row] === 0 && !INELIGIBLE.has(targets.substate[row] ?? 0);
  const first = rowsWhere(rollout, isFirst).map((row) => targets.device[row] ?? -1);
  return isSameSet(first, named)
    ? undefined
    : `devices ${named.join()} were previewed, ${first.join()} are the first phase`;
}

/** Nobody is offered what does not fit; of what a device said in the same ms nobody can say whether it came before. */
function unfit(moment: Moment, { rollout, changes }: RolloutMoment): string | undefined {
  const offers = changes.filter(isOffer);
  if (offers.length === 0) return undefined;
  const spoke = new Set(heardIn(moment).map(({ device }) => device));
  const unfit = offers
    .map(({ row }) => rollout.targets.device[row] ?? -1)
    .find((device) => !spoke.has(device) && !fitsAll(moment.world, rollout, device));
  return unfit === undefined ? undefined : `device ${unfit} was offered what does not fit it`;
}

function wrongOffer(
  { world }: Moment,
  { rollout, before, changes }: RolloutMoment,
  previews: ReadonlyMap<RolloutState, Preview>,
): string | undefined {
  const preview = previews.get(rollout);
  if (preview === undefined || rollout.pace.openPhase !== 0 || (before?.openPhase ?? 0) > 0) return undefined;
  for (const change of changes) {
    const device = rollout.targets.device[change.row] ?? -1;
    if (!isOffer(change) || preview.named.has(device)) continue;
    const cameLater = !preview.all.has(device) && orderOf(world, rollout.plan, device) <= preview.upTo;
    if (!cameLater) return `device ${device} was offered it in the first phase, and was not previewed there`;
  }
  return undefined;
}

/** A later phase, as it opens: of those who are eligible now the first in the order, and who is in an earlier one anyhow. */
function wrongLater(world: World, { rollout, before, changes }: RolloutMoment): string | undefined {
  const { pace, plan, targets } = rollout;
  const opened = pace.openPhase;
  if (before === undefined || opened < 1 || opened !== before.openPhase + 1 || before.count !== targets.count)
    return undefined;
  if (changes.some(({ from, substate }) => INELIGIBLE.has(from) !== INELIGIBLE.has(substate))) return undefined;
  const eligible = rowsWhere(rollout, (row) => !INELIGIBLE.has(targets.substate[row] ?? READY));
  const deviceAt = (row: number) => targets.device[row] ?? -1;
  const reached = new Set(firstIn(world, plan, eligible.map(deviceAt), opened));
  const wanted = eligible.filter((row) => reached.has(deviceAt(row)) || (before.phases[row] ?? 0) < opened);
  const there = eligible.filter((row) => (targets.phase[row] ?? 0) <= opened);
  if (isSameSet(there, wanted)) return undefined;
  return `rows ${wanted.join()} were previewed up to phase ${opened}, ${there.join()} are`;
}

function rowsWhere({ targets }: RolloutState, isMeant: (row: number) => boolean): readonly number[] {
  return Array.from({ length: targets.count }, (_, row) => row).filter(isMeant);
}

function isSameSet(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

const READY = code("waiting-offline");
