import type { Artifact } from "#domain/artifact.ts";
import { artifactIdsFor, compositionOf, sameComposition, type Composition } from "#domain/composition.ts";
import { defaultDeploymentName } from "#domain/deployment-name.ts";
import type { Deployment, DeploymentRequest } from "#domain/deployment.ts";
import type { DeploymentId, PackageId } from "#domain/ids.ts";
import { rollbackTo } from "#domain/rollback.ts";
import { DEFAULT_PLAN, planRequestOf, type PlanChoice } from "./plan-choice.ts";
import type { Submission } from "./submission.ts";

/** A deployment that is being composed. Nothing of it is known to the backend before the start. */
export type DeployDraft = {
  readonly name: string;
  /** Nobody typed the name: it follows the packages until someone does. */
  readonly nameIsOffered: boolean;
  readonly notes: string;
  /** What devices are to run. */
  readonly picks: Composition;
  /** How it is to land. */
  readonly plan: PlanChoice;
  /** What the draft was begun from; another active deployment since then is said. */
  readonly base?: DeploymentId;
  /** Present on a rollback: where it goes back to, and with which composition it would still be one. */
  readonly rollback?: {
    readonly origin: NonNullable<Deployment["origin"]>;
    readonly composition: Composition;
  };
  /** Present from the first start that was tried. */
  readonly submission?: Submission;
};

/** What a draft is made and judged against. */
export type Surroundings = {
  readonly active: Deployment | undefined;
  readonly mainPackageId: PackageId | undefined;
  /** Names of the cohort's deployments so far. */
  readonly takenNames: readonly string[];
  readonly nowMs: number;
};

/** A draft that deploys what the cohort runs already, to be changed from there. */
export function presetOf(around: Surroundings): DeployDraft {
  const picks = activeComposition(around.active);
  const base = around.active?.id;
  return {
    name: offeredName(picks, around),
    nameIsOffered: true,
    notes: "",
    picks,
    plan: DEFAULT_PLAN,
    ...(base === undefined ? {} : { base }),
  };
}

/** A draft that brings back the composition of `to`; without an active deployment it undoes nothing. */
export function rollbackDraft(to: Deployment, around: Surroundings): DeployDraft {
  const { active } = around;
  if (active === undefined) return { ...presetOf(around), picks: compositionOf(to.components) };
  const { name, composition, origin } = rollbackTo(to, {
    active,
    mainPackageId: around.mainPackageId,
    taken: around.takenNames,
  });
  return {
    name,
    nameIsOffered: false,
    notes: "",
    picks: composition,
    plan: DEFAULT_PLAN,
    base: active.id,
    rollback: { origin, composition },
  };
}

/** The composition that changes are counted from; of a first deployment, the empty one. */
export function activeComposition(active: Deployment | undefined): Composition {
  return active === undefined ? new Map() : compositionOf(active.components);
}

/** Gives a package a version, adding the package when it was not in the draft. */
export function withPick(draft: DeployDraft, packageId: PackageId, version: string, around: Surroundings): DeployDraft {
  return withPicks(draft, new Map([...draft.picks, [packageId, version]]), around);
}

/** Leaves a package out of the deployment. */
export function withoutPick(draft: DeployDraft, packageId: PackageId, around: Surroundings): DeployDraft {
  return withPicks(draft, new Map([...draft.picks].filter(([id]) => id !== packageId)), around);
}

/** Takes a name as typed; an emptied field is offered a name again with the next change of packages. */
export function withName(draft: DeployDraft, name: string): DeployDraft {
  return { ...draft, name, nameIsOffered: name.trim() === "" };
}

/** Where a rollback leads, as long as the draft still holds exactly that composition. */
export function originOf(draft: DeployDraft): Deployment["origin"] {
  if (draft.rollback === undefined) return undefined;
  return sameComposition(draft.picks, draft.rollback.composition) ? draft.rollback.origin : undefined;
}

/** What is sent to start the draft: all variants of each version that may be deployed. */
export function requestOf(
  draft: DeployDraft,
  artifacts: readonly Artifact[],
  impactHash: string | undefined,
): DeploymentRequest {
  const notes = draft.notes.trim();
  const origin = originOf(draft);
  const plan = planRequestOf(draft.plan);
  return {
    name: draft.name.trim(),
    artifactIds: artifactIdsFor(draft.picks, artifacts).artifactIds,
    ...(notes === "" ? {} : { notes }),
    ...(plan === undefined ? {} : { plan }),
    ...(origin === undefined ? {} : { origin }),
    ...(impactHash === undefined ? {} : { impactHash }),
  };
}

function withPicks(draft: DeployDraft, picks: Composition, around: Surroundings): DeployDraft {
  return { ...draft, picks, ...(draft.nameIsOffered ? { name: offeredName(picks, around) } : {}) };
}

function offeredName(picks: Composition, around: Surroundings): string {
  return defaultDeploymentName({
    before: activeComposition(around.active),
    after: picks,
    mainPackageId: around.mainPackageId,
    nowMs: around.nowMs,
    taken: around.takenNames,
  });
}
