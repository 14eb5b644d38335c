import { compareText } from "#lib/collection.ts";
import type { Artifact } from "./artifact.ts";
import { compareVersions } from "./version.ts";

/** What the order of a package's versions looks at. */
type Ordered = Pick<Artifact, "id" | "version" | "createdAtMs">;

/**
 * Orders artifacts of one package as its list shows them: the newest version first, by version order. Versions without
 * an order (dates, commits) follow, the last uploaded first. Variants of one version stand together, the last uploaded
 * first. Source: domain.md, Version order.
 */
export function newestVersionFirst(a: Ordered, b: Ordered): number {
  const order = compareVersions(b.version, a.version);
  if (order === undefined) return Number(hasOrder(b)) - Number(hasOrder(a)) || lastUploadedFirst(a, b);
  // Equal precedence, another text: 1.0 and 1.0.0 do not mix.
  return order || (a.version === b.version ? lastUploadedFirst(a, b) : compareText(b.version, a.version));
}

function hasOrder({ version }: Ordered): boolean {
  return compareVersions(version, version) !== undefined;
}

function lastUploadedFirst(a: Ordered, b: Ordered): number {
  return b.createdAtMs - a.createdAtMs || compareText(a.id, b.id);
}
