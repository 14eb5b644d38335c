import { assertNever } from "#lib/assert.ts";
import type { ApiFailure } from "#api/error.ts";
import type { ImpactChange } from "#domain/impact.ts";
import type { ChosenDevice } from "./plan-choice.ts";

/** Why a start did not go through, by what can be done about it. */
export type StartFailure =
  /** Nobody knows whether it started; the same key makes another try safe. */
  | { readonly kind: "unanswered"; readonly message: string }
  /** What was reviewed is no longer so. */
  | { readonly kind: "stale"; readonly changes: readonly ImpactChange[] }
  | { readonly kind: "cohort-gone" }
  /** A final no; `inCompose`: it can be put right in the first step. */
  | { readonly kind: "refused"; readonly message: string; readonly inCompose: boolean; readonly field?: string };

/** A refusal with the names of chosen devices, which the person knows, in place of their ids. */
export function withDeviceNames(failure: StartFailure, devices: readonly ChosenDevice[]): StartFailure {
  if (failure.kind !== "refused") return failure;
  const message = devices.reduce((text, { id, name }) => text.replaceAll(id, () => `“${name}”`), failure.message);
  return { ...failure, message };
}

/** What a failed start means. Only an answer that the backend really gave is final. */
export function startFailureOf(failure: ApiFailure): StartFailure {
  switch (failure.kind) {
    case "unreachable":
    case "broken":
    case "contract":
    // The first try under this key is still being answered; deployments have no other conflict.
    case "conflict":
      return { kind: "unanswered", message: failure.message };
    case "stale":
      return { kind: "stale", changes: failure.changes };
    case "not-found":
      return { kind: "cohort-gone" };
    case "invalid": {
      const { message, field } = failure;
      return { kind: "refused", message, inCompose: true, ...(field === undefined ? {} : { field }) };
    }
    case "too-large":
      return { kind: "refused", message: failure.message, inCompose: true };
    case "gone":
    case "forbidden":
    case "unauthenticated":
      return { kind: "refused", message: failure.message, inCompose: false };
    default:
      return assertNever(failure, "failed start");
  }
}
