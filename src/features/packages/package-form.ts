import type { ApiFailure } from "#api/error.ts";
import { packageIdProblem } from "#domain/name.ts";

/** Most characters of a description. Source: contract.md, Shapes (Package). */
const DESCRIPTION_MAX_CHARACTERS = 1_000;

/** What the form of a package holds. */
export type PackageDraft = { readonly packageId: string; readonly description: string };

/** What is wrong with each field, as a sentence; a field that is fine is absent. */
export type PackageProblems = { readonly packageId?: string; readonly description?: string };

/** Judges a package before it is sent. Source: domain.md, Names. */
export function problemsOf({ packageId, description }: PackageDraft): PackageProblems {
  const wrongId = packageIdProblem(packageId);
  const wrongDescription = descriptionProblem(description);
  return {
    ...(wrongId === undefined ? {} : { packageId: wrongId }),
    ...(wrongDescription === undefined ? {} : { description: wrongDescription }),
  };
}

/** What is wrong with a description, as a sentence. */
export function descriptionProblem(description: string): string | undefined {
  const { length } = description.trim();
  if (length > DESCRIPTION_MAX_CHARACTERS) return `A description has at most 1,000 characters; this one has ${length}.`;
  if (/[^\P{Cc}\n\t]/u.test(description)) return "A description cannot contain control characters.";
  return undefined;
}

/** Where a refusal belongs: at the field it is about, or below the form. */
export function refusalAt(failure: ApiFailure | undefined): "packageId" | "description" | "form" | undefined {
  if (failure === undefined) return undefined;
  if (failure.kind === "conflict") return "packageId";
  if (failure.kind !== "invalid") return "form";
  return failure.field === "packageId" || failure.field === "description" ? failure.field : "form";
}
