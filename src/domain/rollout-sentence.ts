import { assertNever } from "#lib/assert.ts";
import { devicesText } from "./counts.ts";
import type { Deployment } from "./deployment.ts";
import { countsPhrase, plain, type SentencePart } from "./sentence.ts";

/**
 * The one plain sentence that opens a rollout's page. Source: domain.md, Deployment states.
 * `targeting` decides what a settled rollout does next: a continuous one waits for new devices.
 */
export function rolloutSentence({
  state,
  settled,
  counts,
  targeting,
}: Pick<Deployment, "state" | "settled" | "counts"> & {
  readonly targeting: Deployment["plan"]["targeting"];
}): readonly SentencePart[] {
  const told = counts.total === 0 ? [plain("no devices")] : countsPhrase(counts);
  switch (state) {
    case "scheduled":
      return [plain(`Scheduled. ${devicesText(counts.total)} will be offered it when it starts.`)];
    case "queued":
      return [plain(`Queued. It starts when the deployment before it is done, for ${devicesText(counts.total)}.`)];
    case "pending":
      if (counts.total === 0) return [plain("No devices yet. It waits for the first one.")];
      return settled
        ? settledSentence(counts, targeting)
        : [plain("Started, and no device has been offered it yet: "), ...told, plain(".")];
    case "in-progress":
      return settled ? settledSentence(counts, targeting) : [plain("Landing: "), ...told, plain(".")];
    case "paused":
      return [plain("Paused, no device is offered it: "), ...told, plain(".")];
    case "halted":
      return [plain("Halted, no device is offered it: "), ...told, plain(".")];
    case "finished":
      return [plain("Finished: "), ...told, plain(".")];
    case "superseded":
      return [plain("Superseded by a newer deployment: "), ...told, plain(".")];
    case "cancelled":
      return [plain(settled ? "Cancelled: " : "Cancelled, devices under way may finish: "), ...told, plain(".")];
    default:
      return assertNever(state, "deployment state");
  }
}

function settledSentence(
  counts: Deployment["counts"],
  targeting: Deployment["plan"]["targeting"],
): readonly SentencePart[] {
  if (counts.total === 0) return [plain("No devices yet. It waits for the first one.")];
  const next = targeting === "continuous" ? ", waiting for new ones: " : ": ";
  return [plain(`All ${devicesText(counts.total)} done${next}`), ...countsPhrase(counts), plain(".")];
}
