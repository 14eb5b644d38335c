import { days } from "#lib/duration.ts";
import { worldFingerprint } from "#mocks/backend/world-fingerprint.ts";
import type { World } from "#mocks/engine/world.ts";
import { carryOut } from "./carry-out.ts";
import { newCoverage } from "./coverage.ts";
import type { Check } from "./invariant.ts";
import { INVARIANTS } from "./invariants.ts";
import type { Moment } from "./moments.ts";
import { beginPlay, replayed, type Play } from "./play.ts";
import type { Story } from "./random-acts.ts";
import { openScene } from "./scene.ts";
import { newTeller } from "./teller.ts";

/** An invariant that did not hold: at which moment of the history, counted from 1, and what was found. */
type Violation = {
  readonly number: number;
  readonly text: string;
  readonly moment: number;
  readonly found: string;
};

/** What a history came to; `happened` are names out of coverage.ts. */
export type Lived = {
  readonly violations: readonly Violation[];
  readonly moments: number;
  readonly happened: ReadonlySet<string>;
};

/** How long a story is let go on after its last act. */
const AFTERWARDS_MS = days(2);

/** Lives through a story, and says of each invariant where it first did not hold. */
export function livedThrough({ seed, acts }: Story): Lived {
  const watch = newWatch();
  const name = `seed ${seed}`;
  const play = beginPlay(name, watch.see);
  const teller = newTeller(play);
  const kept = { world: structuredClone(play.world), entries: 0 };
  const keepsAt = seed % acts.length;
  for (const [at, act] of acts.entries()) {
    if (at === keepsAt) Object.assign(kept, { world: structuredClone(play.world), entries: play.log.length });
    carryOut(play, teller, act);
  }
  play.travel(AFTERWARDS_MS);
  const apart = notReplayed(play, kept.world, kept.entries, name);
  if (apart !== undefined) watch.found({ number: 8, text: REPLAYS, found: apart });
  return watch.lived();
}

const REPLAYS = "A checkpoint and the rest of the log are the same world as the whole log.";

/** Looks at every moment with every invariant; one that was found not to hold is not looked for again. */
function newWatch() {
  const checks = new Map<number, { readonly text: string; readonly check: Check }>();
  for (const { number, text, begin } of INVARIANTS) checks.set(number, { text, check: begin() });
  const violations: Violation[] = [];
  const coverage = newCoverage();
  let moments = 0;
  const found = (violation: Omit<Violation, "moment">) => violations.push({ ...violation, moment: moments });
  return {
    found,
    see: (moment: Moment) => {
      moments += 1;
      coverage.see(moment);
      for (const [number, { text, check }] of checks) {
        const wrong = check(moment);
        if (wrong === undefined) continue;
        checks.delete(number);
        found({ number, text, found: wrong });
      }
    },
    lived: (): Lived => ({ violations, moments, happened: coverage.happened }),
  };
}

/** The world lived through moment by moment, the one its log makes, and the one from a checkpoint on are one world. */
function notReplayed({ world, log }: Play, checkpoint: World, from: number, seed: string): string | undefined {
  const { nowMs } = world;
  const lived = worldFingerprint(world);
  const whole = worldFingerprint(replayed(openScene(seed).set.world, log, 0, nowMs));
  const rest = worldFingerprint(replayed(checkpoint, log, from, nowMs));
  if (lived === whole && whole === rest) return undefined;
  return `lived through ${lived}, from the whole log ${whole}, from a checkpoint ${rest}`;
}
