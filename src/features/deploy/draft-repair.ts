import type { Artifact } from "#domain/artifact.ts";
import { artifactIdsFor } from "#domain/composition.ts";
import type { DeploymentId, PackageId } from "#domain/ids.ts";
import type { Package } from "#domain/package.ts";
import { assertNever } from "#lib/assert.ts";
import type { DeployDraft } from "./draft.ts";
import type { Words } from "./words.ts";

/** What happened to a kept draft since someone last looked at it. */
export type Repair =
  | { readonly kind: "package-gone"; readonly packageId: PackageId }
  | { readonly kind: "version-gone"; readonly packageId: PackageId; readonly version: string }
  | { readonly kind: "deployed-meanwhile" };

/**
 * Fits a kept draft to the project as it is now: packages that vanished are taken out, versions that can no longer be
 * deployed stay for their field to complain about, a rollback undoes what is active now. Every change is told.
 */
export function repairDraft(
  draft: DeployDraft,
  now: {
    readonly packages: readonly Package[];
    readonly artifacts: readonly Artifact[];
    readonly activeId: DeploymentId | undefined;
  },
): { readonly draft: DeployDraft; readonly repairs: readonly Repair[] } {
  const known = new Set(now.packages.map(({ id }) => id));
  const picks = new Map([...draft.picks].filter(([packageId]) => known.has(packageId)));
  const gone = [...draft.picks.keys()].filter((packageId) => !known.has(packageId));
  const repairs: readonly Repair[] = [
    ...(draft.base === now.activeId ? [] : [{ kind: "deployed-meanwhile" } as const]),
    ...gone.map((packageId) => ({ kind: "package-gone", packageId }) as const),
    ...artifactIdsFor(picks, now.artifacts).missing.map(
      (packageId) => ({ kind: "version-gone", packageId, version: picks.get(packageId) ?? "" }) as const,
    ),
  ];
  return { draft: { ...draft, ...(gone.length === 0 ? {} : { picks }), ...rollbackNow(draft, now.activeId) }, repairs };
}

/** What happened to the draft, as a sentence. */
export function repairWords(repair: Repair, activeName: string | undefined): Words {
  switch (repair.kind) {
    case "package-gone":
      return ["The package ", { strong: repair.packageId }, " left the project; it was taken out of the draft."];
    case "version-gone":
      return [
        { strong: `${repair.packageId} ${repair.version}` },
        " can no longer be deployed. Choose another version.",
      ];
    case "deployed-meanwhile":
      return activeName === undefined
        ? ["What this draft was begun from is no longer the active deployment."]
        : [{ name: activeName }, " was deployed after this draft was begun. Changes are counted from it now."];
    default:
      return assertNever(repair, "repair of a draft");
  }
}

function rollbackNow({ rollback }: DeployDraft, activeId: DeploymentId | undefined): Pick<DeployDraft, "rollback"> {
  if (rollback === undefined || activeId === undefined) return {};
  return { rollback: { ...rollback, origin: { ...rollback.origin, rollbackOf: activeId } } };
}
