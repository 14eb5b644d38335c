import { assertNever } from "#lib/assert.ts";
import type { ActiveDeployment, Cohort, CohortTally } from "./cohort.ts";
import { countText, devicesText } from "./counts.ts";
import { countsPhrase, plain, type SentencePart } from "./sentence.ts";

/** The sentence that opens a cohort's page: what it runs since when, and how that stands. Source: look.md, Pages. */
export function cohortSentence({
  activeDeployment,
  deviceCount,
}: Pick<Cohort, "activeDeployment" | "deviceCount">): readonly SentencePart[] {
  if (activeDeployment === undefined) {
    return [plain(`Nothing has been deployed yet. ${inCohort(deviceCount)}.`)];
  }
  const { counts } = activeDeployment;
  const told = counts.total === 0 ? [plain("it waits for the first device")] : countsPhrase(counts);
  return [...opening(activeDeployment), plain(counts.total === 0 ? "; " : ": "), ...told, plain(".")];
}

/** "2 rollouts are under way and 1 has halted. 9 of 12 cohorts are quiet.", for the list of cohorts. */
export function cohortsSentence({ moving, halted, quiet }: CohortTally): string {
  const cohorts = moving + halted + quiet;
  if (cohorts === 0) return "No cohorts yet.";
  const under = moving === 1 ? "1 rollout is under way" : `${countText(moving)} rollouts are under way`;
  const stopped = halted === 1 ? "1 has halted" : `${countText(halted)} have halted`;
  const still = `${countText(quiet)} of ${countText(cohorts)} ${cohorts === 1 ? "cohort is" : "cohorts are"} quiet.`;
  if (moving === 0 && halted === 0) return `No rollout is under way. ${still}`;
  if (halted === 0) return `${under}. ${still}`;
  return moving === 0 ? `${haltedRollouts(halted)}. ${still}` : `${under} and ${stopped}. ${still}`;
}

function haltedRollouts(halted: number): string {
  return halted === 1 ? "1 rollout has halted" : `${countText(halted)} rollouts have halted`;
}

function inCohort(deviceCount: number): string {
  if (deviceCount === 0) return "It has no devices";
  return `${devicesText(deviceCount)} ${deviceCount === 1 ? "waits" : "wait"} for the first deployment`;
}

function opening({ name, state, settled, startedAtMs }: ActiveDeployment): readonly SentencePart[] {
  const named: SentencePart = { kind: "name", text: name };
  const since: SentencePart = { kind: "since", atMs: startedAtMs };
  switch (state) {
    case "halted":
      return [named, plain(" is halted, started "), since];
    case "paused":
      return [named, plain(" is paused, started "), since];
    case "cancelled":
      return [named, plain(" was cancelled, started "), since];
    case "scheduled":
    case "queued":
      return [named, plain(" has not started yet")];
    case "finished":
    case "superseded":
      return [plain("Running "), named, plain(", started "), since];
    case "pending":
    case "in-progress":
      return settled
        ? [plain("Running "), named, plain(", started "), since]
        : [named, plain(" is landing, started "), since];
    default:
      return assertNever(state, "deployment state");
  }
}
