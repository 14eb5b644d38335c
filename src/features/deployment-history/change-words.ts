import { assertNever } from "#lib/assert.ts";
import type { HistoryChange } from "#domain/deployment-history.ts";

/** What a deployment did to a package, as words behind its version: what glyph and track tell the eye. */
export function changeWords(change: HistoryChange): string {
  switch (change.kind) {
    case "upgraded":
    case "downgraded":
    case "changed":
      return `${change.kind} from ${change.from} to ${change.to}`;
    case "added":
    case "removed":
    case "unchanged":
      return change.kind;
    case "absent":
      return "not in this deployment";
    case "unknown":
      return "compared once older deployments are shown";
    default:
      return assertNever(change, "change of a package");
  }
}
