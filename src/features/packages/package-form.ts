import type { ApiFailure } from "#api/error.ts";
import { descriptionProblem, packageIdProblem } from "#domain/name.ts";

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

/** Where a refusal belongs: at the field it is about, or below the form. */
export function refusalAt(failure: ApiFailure | undefined): "packageId" | "description" | "form" | undefined {
  if (failure === undefined) return undefined;
  if (failure.kind === "conflict") return "packageId";
  if (failure.kind !== "invalid") return "form";
  return failure.field === "packageId" || failure.field === "description" ? failure.field : "form";
}
