import { minutes } from "#lib/duration.ts";
import { OTA_STATE_NUMBER } from "#domain/report.ts";
import { OTA_EVENTS_KEPT } from "#mocks/engine/ota-event-columns.ts";
import type { PackageState } from "#mocks/engine/package-state.ts";
import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import { NOTE } from "#mocks/engine/step-columns.ts";
import { code, TERMINAL } from "./codes.ts";
import type { Invariant } from "./invariant.ts";
import { isOffer, type Change, type Moment } from "./moments.ts";

/** One report about one package, as it reached the backend. Texts are interned, 0 is none. */
export type Heard = {
  readonly device: number;
  readonly about: PackageState | undefined;
  readonly state: number;
  readonly reason: number;
  readonly version: number;
  readonly target: number;
  readonly atMs: number;
};

/** The reports that came in a moment. */
export function heardIn({ world, reportsBefore }: Moment): readonly Heard[] {
  return world.projects.flatMap(({ events }, project) => {
    const heard: Heard[] = [];
    for (let number = reportsBefore[project] ?? 0; number < events.count; number += 1) {
      const at = number % OTA_EVENTS_KEPT;
      heard.push({
        device: events.devices[at] ?? -1,
        about: events.named[events.packages[at] ?? -1],
        state: events.states[at] ?? -1,
        reason: events.reasons[at] ?? -1,
        version: events.versions[at] ?? 0,
        target: events.targets[at] ?? 0,
        atMs: events.times[at] ?? 0,
      });
    }
    return heard;
  });
}

/** By row: how many reports had come when it was last offered it, and when its confirm period began. */
type Begun = { readonly offer: Map<number, number>; readonly confirmMs: Map<number, number> };

/** Nothing is verified that did not prove itself. */
export const PROOF: Invariant = {
  number: 10,
  text: "`verified` means the proof: each changed package was reported in its wanted version after the offer, and kept.",
  begin: () => {
    const heard: Heard[] = [];
    const begun = new Map<RolloutState, Begun>();
    return (moment) => {
      const before = heard.length;
      heard.push(...heardIn(moment));
      for (const { rollout, changes } of moment.rollouts) {
        const of = begun.get(rollout) ?? { offer: new Map(), confirmMs: new Map() };
        begun.set(rollout, of);
        for (const change of changes) {
          if (isOffer(change)) of.offer.set(change.row, before);
          if (change.substate === CONFIRMING && change.from !== CONFIRMING) of.confirmMs.set(change.row, change.atMs);
          if (change.substate !== VERIFIED || change.from === VERIFIED) continue;
          const wrong = notProven(rollout, change, heard, of, before);
          if (wrong !== undefined) return `${rollout.name}, row ${change.row}: ${wrong}`;
        }
      }
      return undefined;
    };
  },
};

function notProven(
  rollout: RolloutState,
  { row, from, atMs, note }: Change,
  heard: readonly Heard[],
  { offer, confirmMs }: Begun,
  now: number,
): string | undefined {
  const { components, plan, targets } = rollout;
  const since = offer.get(row);
  if (since === undefined) return "verified without an offer";
  const device = targets.device[row];
  for (const [at, { about, version }] of components.entries()) {
    const said = heard
      .map((one, number) => ({ ...one, number }))
      .filter((one) => one.device === device && one.about === about);
    const first = said.findIndex((one) => one.number >= since && one.version === version);
    const isChanged = targets.from[at]?.[row] !== version;
    if (isChanged && first < 0) return `no report of ${about.id} in its wanted version since the offer`;
    if (isChanged && about.main && said[first - 1]?.version === version) return `${about.id} was there before`;
    const earlier = said.filter((one) => one.number < now);
    if (from === CONFIRMING && runsAnother(earlier, version))
      return `its last reports of ${about.id} say another version`;
  }
  const isLate = TERMINAL.has(from) || note === NOTE.late;
  const keptMs = atMs - (confirmMs.get(row) ?? Infinity);
  if (isLate || plan.timeouts.confirmMinutes === 0) return undefined;
  return keptMs >= minutes(plan.timeouts.confirmMinutes) ? undefined : `kept for ${keptMs} ms only`;
}

/** Whether a device said twice in a row, idle and without a target, that it runs another version: it went back. */
function runsAnother(said: readonly Heard[], version: number): boolean {
  const spoken = said.filter(({ state, target }) => state === OTA_STATE_NUMBER.idle && target === 0);
  const last = spoken.slice(-2);
  const proof = said.findLastIndex((one) => one.version === version);
  return (
    last.length === 2 && last.every((one) => one.version !== 0 && one.version !== version && said.indexOf(one) > proof)
  );
}

const CONFIRMING = code("confirming");
const VERIFIED = code("verified");
