import { haltOf, rulesAt } from "./halt-rules.ts";
import type { HaltRules } from "./plan.ts";
import type { Counts } from "./target.ts";
import { verifiedCount } from "./counts.ts";

/** The share of devices that fail, where a cohort has no past to tell. Source: domain.md, Small figures. */
const FAILURE_SHARE_UNKNOWN = 0.01;
/** How many of a cohort's latest deployments tell how often its devices fail. */
const DEPLOYMENTS_LOOKED_AT = 5;
/** Devices that are followed one by one; of a larger phase the first ones. */
const DEVICES_FOLLOWED = 2_000;

/** A course so unlikely is not followed any further: all of them together are below what anybody can tell apart. */
const CHANCE_FOLLOWED = 1e-18;

/** A phase as chance sees it: its devices, and how many of them may be on their way at once. */
type PhaseAtRisk = { readonly devices: number; readonly inFlight: number };

/**
 * How likely a phase halts though the build is no worse than usual: each device fails by itself with chance `share` (0 to
 * 1), they finish one after the other, and every rule of the plan is judged after each. Exact, for the first 2,000
 * devices; who fails is never lost. Source: domain.md, Small figures.
 */
export function falseHaltChance(plan: HaltRules, { devices, inFlight }: PhaseAtRisk, share: number): number {
  const followed = Math.min(devices, DEVICES_FOLLOWED);
  const rules = rulesAt(plan, Math.min(inFlight, devices));
  const runs = rules.streak ?? 1;
  let halted = 0;
  // Chance of each number of failures × length of the streak, in a phase that has not halted.
  let alive = new Float64Array((followed + 1) * runs);
  alive[0] = 1;
  for (let finished = 1; finished <= followed; finished += 1) {
    const next = new Float64Array(alive.length);
    const go = (failed: number, run: number, chance: number) => {
      const tally = { started: finished, finished, failed, lost: 0 };
      const facts = { phaseSize: devices, phase: tally, whole: tally, failedRun: run, inFlight: 0 };
      if (haltOf(rules, facts) !== undefined) halted += chance;
      else {
        const at = failed * runs + (rules.streak === undefined ? 0 : run);
        next[at] = (next[at] ?? 0) + chance;
      }
    };
    for (let at = 0; at < finished * runs; at += 1) {
      const chance = alive[at] ?? 0;
      if (chance < CHANCE_FOLLOWED) continue;
      go(Math.floor(at / runs), 0, chance * (1 - share));
      go(Math.floor(at / runs) + 1, (at % runs) + 1, chance * share);
    }
    alive = next;
  }
  return halted;
}

/**
 * How often devices of a cohort fail: failed of verified and failed, over its latest five deployments, newest first;
 * 1 % where nothing has finished yet. What fitted nothing is not among them.
 */
export function usualFailureShare(latest: readonly Counts[]): number {
  let [verified, failed] = [0, 0];
  for (const counts of latest.slice(0, DEPLOYMENTS_LOOKED_AT)) {
    verified += verifiedCount(counts);
    failed += counts.buckets.failed - (counts.substates["no-artifact"] ?? 0);
  }
  return verified + failed === 0 ? FAILURE_SHARE_UNKNOWN : failed / (verified + failed);
}
