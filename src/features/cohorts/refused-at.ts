import type { ApiFailure } from "#api/error.ts";

/** The field that a refusal is about; nothing when it belongs below the form. */
export function refusedAt(failure: ApiFailure): "name" | "filter" | undefined {
  if (failure.kind === "conflict") return "name";
  if (failure.kind === "invalid") return failure.field?.startsWith("filter") === true ? "filter" : "name";
  // A tag or blueprint that was chosen is gone meanwhile.
  return failure.kind === "not-found" ? "filter" : undefined;
}
