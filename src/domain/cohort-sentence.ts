import { assertNever } from "#lib/assert.ts";
import type { ActiveDeployment, Cohort, CohortTally } from "./cohort.ts";
import { countText, devicesText } from "./counts.ts";
import { countsPhrase, plain, type SentencePart } from "./sentence.ts";

/** The sentence that opens a cohort's page: what it runs since when, and how that stands. */
export function cohortSentence({
  activeDeployment,
  activeDeploymentId,
  deviceCount,
}: Pick<Cohort, "activeDeployment" | "activeDeploymentId" | "deviceCount">): readonly SentencePart[] {
  if (activeDeployment === undefined) {
    // A backend with the base only: it names the active deployment, and says no more of it.
    if (activeDeploymentId !== undefined)
      return [plain("This backend does not say how far its deployments have landed.")];
    return [plain(`Nothing has been deployed yet. ${inCohort(deviceCount)}.`)];
  }
  const { counts } = activeDeployment;
  const told = counts.total === 0 ? [plain("it waits for the first device")] : countsPhrase(counts);
  return [...opening(activeDeployment), plain(counts.total === 0 ? "; " : ": "), ...told, plain(".")];
}

/** A piece of the sentence above the list of cohorts; what it counts, when it counts something to look at. */
export type CohortsSentencePart = { readonly text: string; readonly about?: "moving" | "halted" };

/**
 * "2 rollouts are under way and 1 has halted. 9 of 12 cohorts are quiet.", for the list of cohorts; in pieces, so that
 * its numbers can be links.
 */
export function cohortsSentenceParts({ moving, halted, quiet }: CohortTally): readonly CohortsSentencePart[] {
  const cohorts = moving + halted + quiet;
  if (cohorts === 0) return [{ text: "No cohorts yet." }];
  const still = `. ${countText(quiet)} of ${countText(cohorts)} ${cohorts === 1 ? "cohort is" : "cohorts are"} quiet.`;
  if (moving === 0 && halted === 0) return [{ text: `No rollout is under way${still}` }];
  const under = { text: `${rollouts(moving)} ${moving === 1 ? "is" : "are"} under way`, about: "moving" } as const;
  if (halted === 0) return [under, { text: still }];
  const have = halted === 1 ? "has halted" : "have halted";
  if (moving === 0) return [{ text: `${rollouts(halted)} ${have}`, about: "halted" }, { text: still }];
  return [under, { text: " and " }, { text: `${countText(halted)} ${have}`, about: "halted" }, { text: still }];
}

function rollouts(count: number): string {
  return count === 1 ? "1 rollout" : `${countText(count)} rollouts`;
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
