import { assertNever } from "#lib/assert.ts";
import type { Artifact, Yank } from "./artifact.ts";
import { devicesText } from "./counts.ts";
import type { DeploymentState } from "./deployment.ts";
import type { PackageId } from "./ids.ts";
import type { Counts } from "./target.ts";

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

/** What a yanked version means for a deployment that holds it, and what to do about it; absent when it is of the past. */
export function yankedMeaning({
  state,
  counts,
}: {
  readonly state: DeploymentState;
  readonly counts: Counts;
}): string | undefined {
  const { pending } = counts.buckets;
  switch (state) {
    case "superseded":
      return undefined;
    case "scheduled":
    case "queued":
      return "It is cancelled when its turn comes: nothing starts with a yanked version. Deploy another one.";
    case "paused":
    case "halted":
      return `It makes no offers while it is ${state}. Deploy another version in place of resuming it.`;
    case "pending":
    case "in-progress":
      return pending === 0
        ? `${KEPT} Deploy another version to replace it.`
        : `It goes on: ${devicesText(pending)} ${pending === 1 ? "is" : "are"} pending and will be offered it. Pause it, or deploy another version.`;
    case "finished":
    case "cancelled":
      return `${KEPT} Deploy another version to replace it.`;
    default:
      return assertNever(state, "deployment state");
  }
}

const KEPT = "Nobody is pending; devices that run it keep it.";
