import type { DeploymentId } from "#domain/ids.ts";
import { id } from "#navigation/search-params.ts";
import { readSearch } from "#navigation/url-state.ts";

const schema = { rollback: id<DeploymentId>() };

/** The part of the first step that the review leads back to. */
export const PLAN_CARD_ID = "plan";

/** The deployment that the address asks to roll back to; both steps carry it. */
export function rollbackIn(search: URLSearchParams): DeploymentId | undefined {
  return readSearch(schema, search).rollback;
}

/** The search that keeps both steps on the same draft. */
export function draftSearch(rollbackTo: DeploymentId | undefined): { readonly rollback: string | undefined } {
  return { rollback: rollbackTo };
}
