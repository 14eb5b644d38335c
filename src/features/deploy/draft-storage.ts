import type { ArtifactId, CohortId, DeploymentId, PackageId, ProjectId } from "#domain/ids.ts";
import type { DeploymentRequest } from "#domain/deployment.ts";
import type { TextStorage } from "#lib/text-storage.ts";
import type { DeployDraft } from "./draft.ts";
import { decodePlanChoice, decodeSentPlan } from "./kept-plan.ts";
import type { Submission } from "./submission.ts";

/** The place of a draft: one a cohort, and one more for each deployment that is being rolled back to. */
export function draftKey(projectId: ProjectId, cohortId: CohortId, rollbackTo: DeploymentId | undefined): string {
  return ["slipway.deploy-draft", projectId, cohortId, ...(rollbackTo === undefined ? [] : [rollbackTo])]
    .map(encodeURIComponent)
    .join("/");
}

/** The draft that was kept, or nothing when there is none or it makes no sense (another version, a stranger's text). */
export function readDraft(storage: TextStorage, key: string): DeployDraft | undefined {
  const text = storage.getItem(key);
  if (text === null) return undefined;
  try {
    return decodeDraft(JSON.parse(text));
  } catch {
    // Text that is no JSON was not written here; there is no draft in it.
    return undefined;
  }
}

/** Keeps a draft. */
export function writeDraft(storage: TextStorage, key: string, draft: DeployDraft): void {
  storage.setItem(key, JSON.stringify(encodeDraft(draft)));
}

/** Forgets a draft. */
export function clearDraft(storage: TextStorage, key: string): void {
  storage.removeItem(key);
}

/** Moves with the shape below; a draft of another number is not read. */
const SHAPE = 1;

function encodeDraft({ picks, rollback, ...rest }: DeployDraft): unknown {
  return {
    ...rest,
    shape: SHAPE,
    picks: [...picks],
    ...(rollback === undefined
      ? {}
      : { rollback: { origin: rollback.origin, composition: [...rollback.composition] } }),
  };
}

function decodeDraft(value: unknown): DeployDraft | undefined {
  if (!isRecord(value) || value["shape"] !== SHAPE) return undefined;
  const { name, nameIsOffered, notes, base } = value;
  const picks = decodeComposition(value["picks"]);
  if (!isText(name) || typeof nameIsOffered !== "boolean" || !isText(notes) || picks === undefined) return undefined;
  const rollback = decodeRollback(value["rollback"]);
  const submission = decodeSubmission(value["submission"]);
  return {
    name,
    nameIsOffered,
    notes,
    picks,
    plan: decodePlanChoice(value["plan"]),
    ...(isText(base) ? { base: branded<DeploymentId>(base) } : {}),
    ...(rollback === undefined ? {} : { rollback }),
    ...(submission === undefined ? {} : { submission }),
  };
}

function decodeRollback(value: unknown): DeployDraft["rollback"] {
  if (!isRecord(value)) return undefined;
  const origin = decodeOrigin(value["origin"]);
  const composition = decodeComposition(value["composition"]);
  return origin === undefined || composition === undefined ? undefined : { origin, composition };
}

function decodeOrigin(value: unknown): DeploymentRequest["origin"] {
  if (!isRecord(value) || !isText(value["rollbackOf"]) || !isText(value["to"])) return undefined;
  return { rollbackOf: branded<DeploymentId>(value["rollbackOf"]), to: branded<DeploymentId>(value["to"]) };
}

function decodeSubmission(value: unknown): Submission | undefined {
  if (!isRecord(value) || !isRecord(value["request"])) return undefined;
  const { idempotencyKey, unanswered } = value;
  const { name, artifactIds, notes, impactHash } = value["request"];
  if (!isText(idempotencyKey) || typeof unanswered !== "boolean" || !isText(name)) return undefined;
  if (!Array.isArray(artifactIds) || !artifactIds.every(isText)) return undefined;
  const origin = decodeOrigin(value["request"]["origin"]);
  const sentPlan = value["request"]["plan"];
  const plan = decodeSentPlan(sentPlan);
  if (sentPlan !== undefined && plan === undefined) return undefined;
  const request: DeploymentRequest = {
    name,
    artifactIds: artifactIds.map((id) => branded<ArtifactId>(id)),
    ...(isText(notes) ? { notes } : {}),
    ...(plan === undefined ? {} : { plan }),
    ...(origin === undefined ? {} : { origin }),
    ...(isText(impactHash) ? { impactHash } : {}),
  };
  return { idempotencyKey, unanswered, request };
}

function decodeComposition(value: unknown): DeployDraft["picks"] | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = value.filter(
    (entry): entry is [string, string] => Array.isArray(entry) && entry.length === 2 && entry.every(isText),
  );
  if (entries.length !== value.length) return undefined;
  return new Map(entries.map(([packageId, version]) => [branded<PackageId>(packageId), version]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each caller says which brand it reads
function branded<Id extends string>(text: string): Id {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: what was kept is an id as it was given
  return text as Id;
}
