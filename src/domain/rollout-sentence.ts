import { assertNever } from "#lib/assert.ts";
import { countText, devicesText } from "./counts.ts";
import type { Deployment } from "./deployment.ts";
import { haltFigure, haltFinding } from "./halt-words.ts";
import type { Halt, PhaseProgress } from "./phase-progress.ts";
import type { Plan } from "./plan.ts";
import { nextParts, type FrozenUntil } from "./rollout-sentence-next.ts";
import { openPhaseOf } from "./rollout-sentence-phase.ts";
import { countsPhrase, plain, type SentencePart } from "./sentence.ts";

/** What the sentence of a rollout is told. */
export type RolloutStanding = Pick<Deployment, "state" | "settled" | "counts" | "phases" | "halt"> & {
  readonly plan: Pick<Plan, "targeting" | "phases" | "startAtMs">;
  /** Who paused it and when; absent where nobody knows. */
  readonly pausedBy?: { readonly actor: string; readonly atMs: number };
  /** Name of the deployment that a queued one waits for. */
  readonly behind?: string;
  /** Its cohort is frozen. */
  readonly frozen?: FrozenUntil;
};

/**
 * The one plain sentence that opens a rollout's page: where it is, how it stands, and what happens next.
 * Source: domain.md, Deployment states.
 */
export function rolloutSentence(standing: RolloutStanding): readonly SentencePart[] {
  const { state, settled, counts } = standing;
  switch (state) {
    case "scheduled":
      return scheduled(standing.plan);
    case "queued":
      return queued(standing.behind);
    case "pending":
    case "in-progress":
      if (counts.total === 0) return [plain("No devices yet. It waits for the first one.")];
      return settled ? settledSentence(standing) : [...landing(standing), ...nextParts(standing)];
    case "paused":
      return [
        plain("Paused"),
        ...byWhom(standing),
        plain(wherePhrase(standing)),
        ...told(standing),
        plain(PAUSED_NEXT),
      ];
    case "halted":
      return [...halted(standing), ...told(standing), plain(". It waits for you.")];
    case "finished":
      return [plain("Finished: "), ...told(standing), plain(".")];
    case "superseded":
      return [plain("Superseded by a newer deployment: "), ...told(standing), plain(".")];
    case "cancelled":
      return [
        plain(settled ? "Cancelled: " : "Cancelled, devices under way may finish: "),
        ...told(standing),
        plain("."),
      ];
    default:
      return assertNever(state, "deployment state");
  }
}

const PAUSED_NEXT = ". No device is offered it until somebody resumes it.";

function scheduled({ targeting, startAtMs }: RolloutStanding["plan"]): readonly SentencePart[] {
  const whom =
    typeof targeting === "object"
      ? `${devicesText(targeting.deviceIds.length)} chosen one by one`
      : "the devices that are in the cohort then";
  if (startAtMs === undefined) return [plain(`Scheduled for ${whom}.`)];
  return [plain("Scheduled: it starts "), { kind: "since", atMs: startAtMs }, plain(`, for ${whom}.`)];
}

function queued(behind: string | undefined): readonly SentencePart[] {
  const rule = "It starts when that one has nothing on its way and only offline devices left.";
  if (behind === undefined) return [plain(`Queued behind the deployment that runs. ${rule}`)];
  return [plain("Queued behind "), { kind: "name", text: behind }, plain(`. ${rule}`)];
}

/** "Phase 2 of 3: …" where there are phases, "Landing: …" where all may have it at once. */
function landing(standing: RolloutStanding): readonly SentencePart[] {
  const place = placeOf(standing);
  if (place !== undefined) return [plain(`Phase ${place}: `), ...told(standing), plain(".")];
  const opening = standing.state === "pending" ? "Started, and no device has been offered it yet: " : "Landing: ";
  return [plain(opening), ...told(standing), plain(".")];
}

function halted(standing: RolloutStanding): readonly SentencePart[] {
  const { halt } = standing;
  if (halt === undefined) return [plain(`Halted${wherePhrase(standing)}`)];
  const limit = `${haltFinding(halt)}, the limit is ${haltFigure(halt.rule, halt.threshold)}. `;
  return [plain("Halted "), { kind: "since", atMs: halt.atMs }, plain(`${inPhase(standing, halt)}: ${limit}`)];
}

function inPhase({ plan }: RolloutStanding, { phase }: Halt): string {
  return plan.phases.length > 1 ? ` in phase ${phase + 1} of ${plan.phases.length}` : "";
}

function byWhom({ pausedBy }: RolloutStanding): readonly SentencePart[] {
  if (pausedBy === undefined) return [];
  return [plain(" by "), { kind: "person", text: pausedBy.actor }, plain(" "), { kind: "since", atMs: pausedBy.atMs }];
}

function wherePhrase(standing: RolloutStanding): string {
  const place = placeOf(standing);
  return place === undefined ? ": " : ` in phase ${place}: `;
}

/** "2 of 3"; absent where all devices may have it at once. */
function placeOf({ plan, phases }: RolloutStanding): string | undefined {
  const open = plan.phases.length > 1 ? openPhaseOf(phases) : undefined;
  return open && `${countText(open.index + 1)} of ${countText(plan.phases.length)}`;
}

/** How the devices stand. While phases are closed, those that may have it are the whole, and the others wait unsaid. */
function told({ state, counts, phases }: RolloutStanding): readonly SentencePart[] {
  if (counts.total === 0) return [plain("no devices")];
  const open = openPhaseOf(phases);
  const isOpenEnded = state !== "finished" && state !== "superseded" && state !== "cancelled";
  const hasClosed = open !== undefined && phases?.[open.index + 1] !== undefined;
  return isOpenEnded && hasClosed ? countsPhrase(counts, { of: toProve(phases) }) : countsPhrase(counts);
}

/** Devices of the open phases that have something to prove: not those that ran it before, or that nothing fits. */
function toProve(phases: readonly PhaseProgress[] | undefined): number {
  const open = phases?.filter(({ state }) => state !== "waiting") ?? [];
  return open.reduce(
    (sum, { added, counts, finished }) => sum + added - (counts.succeeded + counts.failed - finished),
    0,
  );
}

function settledSentence({ counts, plan }: RolloutStanding): readonly SentencePart[] {
  const next = plan.targeting === "continuous" ? ", waiting for new ones: " : ": ";
  return [plain(`All ${devicesText(counts.total)} done${next}`), ...countsPhrase(counts), plain(".")];
}
