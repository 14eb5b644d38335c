import { useOutletContext } from "react-router";
import type { Artifact } from "#domain/artifact.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { DeploymentId, Scope } from "#domain/ids.ts";
import type { Package } from "#domain/package.ts";
import type { Repair } from "./draft-repair.ts";
import type { DeployDraft, Surroundings } from "./draft.ts";
import type { PlanChoice, PlanProblem } from "./plan-choice.ts";

/** What the backend had against a plan. It holds as long as the plan stays that one. */
export type PlanRefusal = PlanProblem & { readonly plan: PlanChoice };

/** What both steps share: the draft, and what it is judged against. */
export type DeployContext = {
  readonly scope: Scope;
  readonly cohort: Cohort;
  readonly packages: readonly Package[];
  readonly artifacts: readonly Artifact[];
  readonly around: Surroundings;
  /** Deployments of the cohort that are still to start, the newest first. */
  readonly waiting: readonly Deployment[];
  readonly rollbackTo: DeploymentId | undefined;
  /** The name of the deployment that is gone back to. */
  readonly goalName: string | undefined;
  readonly draft: DeployDraft;
  /** The backend knows of plans. */
  readonly takesPlans: boolean;
  /** The backend keeps notes. */
  readonly takesNotes: boolean;
  /** The last start was refused for its plan. */
  readonly refusal: PlanRefusal | undefined;
  readonly refuse: (refusal: PlanRefusal) => void;
  /** Somebody changed something: the draft is kept in this tab. */
  readonly touched: boolean;
  readonly repairs: readonly Repair[];
  /** Takes the place of the draft, and survives a reload. */
  readonly change: (draft: DeployDraft) => void;
  /** What the draft would be if it were begun now. */
  readonly fresh: DeployDraft;
  /** Drops what was changed: the draft is `fresh` again. */
  readonly startOver: () => void;
  /** The draft was started: it is not kept any longer, though the page shows it until it is left. */
  readonly settle: () => void;
  /** Loads again what the draft is judged against. */
  readonly refresh: () => Promise<void>;
};

/** The draft of the deploy pages. */
export function useDeploy(): DeployContext {
  return useOutletContext<DeployContext>();
}
