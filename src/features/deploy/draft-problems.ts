import type { Artifact } from "#domain/artifact.ts";
import { artifactIdsFor } from "#domain/composition.ts";
import type { PackageId } from "#domain/ids.ts";
import { nameProblem, notesProblem } from "#domain/name.ts";
import type { DeployDraft } from "./draft.ts";
import { planChoiceProblem, type PlanPart } from "./plan-choice.ts";

/** What keeps a draft from being started, and the field it is said at. */
export type DraftProblem =
  | { readonly field: "name" | "notes" | "packages"; readonly message: string }
  | { readonly field: "package"; readonly packageId: PackageId; readonly message: string }
  | { readonly field: "plan"; readonly part: PlanPart; readonly message: string };

/** Everything that keeps a draft from being started now, in the order of the form. */
export function problemsOf(draft: DeployDraft, artifacts: readonly Artifact[], nowMs: number): readonly DraftProblem[] {
  const name = nameProblem(draft.name);
  const notes = notesProblem(draft.notes);
  return [
    ...(name === undefined ? [] : [{ field: "name", message: name } as const]),
    ...(notes === undefined ? [] : [{ field: "notes", message: notes } as const]),
    ...packageProblems(draft, artifacts),
    ...planProblems(draft, nowMs),
  ];
}

function planProblems({ plan, submission }: DeployDraft, nowMs: number): readonly DraftProblem[] {
  // What was sent may have started: its time of start goes by, and trying again is still safe.
  if (submission?.unanswered === true) return [];
  const problem = planChoiceProblem(plan, nowMs);
  return problem === undefined ? [] : [{ field: "plan", ...problem }];
}

function packageProblems(draft: DeployDraft, artifacts: readonly Artifact[]): readonly DraftProblem[] {
  if (draft.picks.size === 0) return [{ field: "packages", message: "Add at least one package." }];
  return artifactIdsFor(draft.picks, artifacts).missing.map((packageId) => ({
    field: "package",
    packageId,
    message: missingMessage(packageId, draft.picks.get(packageId), artifacts),
  }));
}

function missingMessage(packageId: PackageId, version: string | undefined, artifacts: readonly Artifact[]): string {
  const yanked = artifacts.find((artifact) => artifact.packageId === packageId && artifact.version === version)?.yanked;
  return yanked === undefined
    ? `${packageId} ${version} has no artifact. Choose another version or upload it.`
    : `${packageId} ${version} was yanked: ${yanked.reason} Choose another version.`;
}
