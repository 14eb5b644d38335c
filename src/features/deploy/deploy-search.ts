import type { DeploymentId } from "#domain/ids.ts";
import { freeText } from "#navigation/search-params.ts";
import { readSearch } from "#navigation/url-state.ts";

const schema = { rollback: freeText(64) };

/** The deployment that the address asks to roll back to; both steps carry it. */
export function rollbackIn(search: URLSearchParams): DeploymentId | undefined {
  const { rollback } = readSearch(schema, search);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: an id is whatever the address says it is
  return rollback === "" ? undefined : (rollback as DeploymentId);
}

/** The search that keeps both steps on the same draft. */
export function draftSearch(rollbackTo: DeploymentId | undefined): { readonly rollback: string | undefined } {
  return { rollback: rollbackTo };
}
