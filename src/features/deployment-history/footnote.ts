import { COLUMNS_FROM_NEWEST } from "#domain/deployment-history.ts";
import { countText } from "#domain/counts.ts";

/** What the grid shows and what it leaves out, in words. `loaded` and `total` count deployments, `loaded` at least 1. */
export function footnote(loaded: number, total: number): string {
  if (total <= 1) return "The only deployment so far.";
  const shown = loaded < total ? `Newest ${countText(loaded)} of ${countText(total)}.` : `All ${countText(total)}.`;
  const deciding = loaded <= COLUMNS_FROM_NEWEST ? "them" : `the newest ${COLUMNS_FROM_NEWEST}`;
  return `${shown} Columns are the packages used in ${deciding}.`;
}
