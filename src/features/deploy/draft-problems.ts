import type { Artifact } from "#domain/artifact.ts";
import { artifactIdsFor } from "#domain/composition.ts";
import type { PackageId } from "#domain/ids.ts";
import { nameProblem } from "#domain/name.ts";
import type { DeployDraft } from "./draft.ts";

/** Most characters that notes have. */
export const NOTES_MAX_CHARACTERS = 2_000;

/** What keeps a draft from being started, and the field it is said at. */
export type DraftProblem =
  | { readonly field: "name" | "notes" | "packages"; readonly message: string }
  | { readonly field: "package"; readonly packageId: PackageId; readonly message: string };

/** Everything that keeps a draft from being started, in the order of the form. */
export function problemsOf(draft: DeployDraft, artifacts: readonly Artifact[]): readonly DraftProblem[] {
  const name = nameProblem(draft.name);
  const notes = notesProblem(draft.notes);
  return [
    ...(name === undefined ? [] : [{ field: "name", message: name } as const]),
    ...(notes === undefined ? [] : [{ field: "notes", message: notes } as const]),
    ...packageProblems(draft, artifacts),
  ];
}

/** What is wrong with notes, as a sentence. Lines may break, other control characters may not stand in them. */
export function notesProblem(notes: string): string | undefined {
  const text = notes.trim();
  const length = Array.from(text).length;
  if (length > NOTES_MAX_CHARACTERS)
    return `Notes have at most 2,000 characters; these have ${length.toLocaleString("en-GB")}.`;
  if (/[^\P{Cc}\n\r\t]|\p{Cs}/u.test(text))
    return "Notes cannot contain control characters other than line breaks and tabs.";
  return undefined;
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
