import { assertNever } from "#lib/assert.ts";
import { actRefusal, ACTS_IN, type ControlAct } from "#domain/control-acts.ts";
import type { Deployment, DeploymentState } from "#domain/deployment.ts";
import { openPhaseOf } from "#domain/rollout-sentence-phase.ts";

/** Why a deployment cannot be closed any more, or not yet. */
const WHY_NOT = {
  active: "This deployment has not begun; cancel it instead.",
  finished: "This deployment is finished: it offers nothing any more.",
  superseded: "A newer deployment took this one's place: it offers nothing any more.",
  cancelled: "This deployment was cancelled: it offers nothing any more.",
} as const satisfies Record<Standing, string>;

/** What decides which acts a rollout takes. */
export type Controlled = Pick<Deployment, "state" | "counts" | "phases">;

/** Why an act cannot be done now, as the sentence that its disabled control carries; absent: it can. */
export function refusalOf(act: ControlAct, { state, counts, phases }: Controlled): string | undefined {
  switch (act) {
    case "pause":
    case "resume":
      return actRefusal(act, state);
    case "promote":
      return actRefusal(act, state) ?? noNextPhase(phases);
    case "retry":
      return actRefusal(act, state) ?? (counts.buckets.failed === 0 ? "No device has failed." : undefined);
    case "complete":
      return ACTS_IN[state].includes("complete") ? undefined : WHY_NOT[standingOf(state)];
    case "cancel":
      if (!ACTS_IN[state].includes("cancel")) return WHY_NOT[standingOf(state)];
      return counts.total > 0 && counts.buckets.pending + counts.buckets["in-progress"] === 0
        ? "No device is pending or on its way. Complete it to let no new devices join."
        : undefined;
    default:
      return assertNever(act, "control act");
  }
}

function noNextPhase(phases: Controlled["phases"]): string | undefined {
  const open = openPhaseOf(phases);
  if (open === undefined || phases?.[open.index + 1] !== undefined) return undefined;
  return phases?.length === 1 ? "It goes to all devices at once: there is no next phase." : "Its last phase is open.";
}

/** Why nothing can be rolled back: it needs an earlier deployment to go back to. */
export function rollBackRefusal(hasEarlier: boolean): string | undefined {
  return hasEarlier ? undefined : "This is the cohort's first deployment: there is nothing to go back to.";
}

/** Where a deployment stands in its cohort's history. */
export type Standing = "active" | "superseded" | "cancelled" | "finished";

/** The standing that a deployment's state amounts to. */
export function standingOf(state: DeploymentState): Standing {
  if (state === "superseded" || state === "cancelled" || state === "finished") return state;
  return "active";
}
