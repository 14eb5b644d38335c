import { OTA_STATE_NUMBER } from "#domain/report.ts";
import { currentRolloutOf } from "#mocks/engine/device-places.ts";
import { NOTE } from "#mocks/engine/step-columns.ts";
import { code, FAILED, TERMINAL } from "./codes.ts";
import type { Invariant } from "./invariant.ts";
import { isOffer, type Change, type Moment, type RolloutMoment } from "./moments.ts";
import { heardIn } from "./proof.ts";

/**
 * An end is an end. What of a device comes late, twice or in another order changes it in the cases of domain.md only: a
 * verified one went back, one that had been offered it proves itself after all, one that left came back; and a failed
 * device that downloads the same version again has begun its next attempt by itself.
 */
export const ENDS: Invariant = {
  number: 11,
  text: "Duplicated, late or reordered reports change no terminal count but in the cases of domain.md.",
  begin: () => {
    const everOffered = new Map<string, Set<number>>();
    return (moment) => {
      for (const one of moment.rollouts) {
        const offered = everOffered.get(one.rollout.id) ?? new Set();
        everOffered.set(one.rollout.id, offered);
        const wrong = wrongEnd(moment, one, offered);
        if (wrong !== undefined) return `${one.rollout.name}, ${wrong}`;
      }
      return undefined;
    };
  },
};

function wrongEnd(moment: Moment, one: RolloutMoment, everOffered: Set<number>): string | undefined {
  const { rollout, before, changes } = one;
  const moved = new Set<number>();
  for (const change of changes) {
    if (isOffer(change) || change.note === NOTE.ownRetry) everOffered.add(change.row);
    moved.add(change.row);
    const isMove = !change.passing && TERMINAL.has(change.from) && change.from !== change.substate;
    if (isMove && !isAllowed(moment, one, change, everOffered)) {
      return `row ${change.row}: from end ${change.from} to ${change.substate} with note ${change.note}`;
    }
  }
  const { substate, attempt } = rollout.targets;
  for (const [row, stood] of before?.substates.entries() ?? []) {
    if (!TERMINAL.has(stood) || moved.has(row)) continue;
    if (substate[row] !== stood || attempt[row] !== before?.attempts[row]) return `row ${row}: changed without a step`;
  }
  return undefined;
}

function isAllowed(
  moment: Moment,
  { rollout, before }: RolloutMoment,
  { row, from, substate, note }: Change,
  everOffered: ReadonlySet<number>,
): boolean {
  const device = rollout.targets.device[row] ?? -1;
  const kind = moment.done?.command.kind;
  if (note === NOTE.drift)
    return from === VERIFIED && before?.closed === undefined && rollout.plan.targeting === "continuous";
  if (note === NOTE.ownRetry) {
    const begins = heardIn(moment).some((one) => one.device === device && one.state === OTA_STATE_NUMBER.downloading);
    return FAILED.has(from) && substate === DOWNLOADING && begins;
  }
  if (substate === VERIFIED) {
    // Of several reports in one ms only the last can be seen in what the device runs.
    const wanted = new Set(rollout.components.map(({ version }) => version));
    const isSaid = heardIn(moment).some((one) => one.device === device && wanted.has(one.version));
    return note === NOTE.late && everOffered.has(row) && from !== ALREADY_THERE && isSaid;
  }
  if (note !== NOTE.cameBack) return false;
  if (GONE.has(from) && currentRolloutOf(moment.world.fleet, device) === rollout.index && kind !== "report")
    return true;
  return kind === "retry-target" || kind === "retry-targets";
}

const VERIFIED = code("verified");
const DOWNLOADING = code("downloading");
const ALREADY_THERE = code("already-installed");
const GONE: ReadonlySet<number> = new Set([code("left-cohort"), code("decommissioned")]);
