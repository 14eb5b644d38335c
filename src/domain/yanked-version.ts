import type { Artifact, Yank } from "./artifact.ts";
import type { PackageId } from "./ids.ts";

/** A version of a deployment that was yanked since, and by which word. Source: domain.md, Glossary (yanked). */
export type YankedVersion = Yank & { readonly packageId: PackageId; readonly version: string };

/** The versions among these files of which a file is yanked, each by the latest word on it, in the order of the files. */
export function yankedVersions(
  files: readonly Pick<Artifact, "packageId" | "version" | "yanked">[],
): readonly YankedVersion[] {
  const found = new Map<string, YankedVersion>();
  for (const { packageId, version, yanked } of files) {
    if (yanked === undefined) continue;
    const key = `${packageId} ${version}`;
    const known = found.get(key);
    if (known === undefined || known.atMs < yanked.atMs) found.set(key, { packageId, version, ...yanked });
  }
  return [...found.values()];
}
