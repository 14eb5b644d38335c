import type { Artifact } from "#domain/artifact.ts";
import { countText } from "#domain/counts.ts";

/** All files of one version, which are yanked together: while one of them may be deployed, so may the version. */
export function filesOfVersion(
  { packageId, version }: Pick<Artifact, "packageId" | "version">,
  artifacts: readonly Artifact[],
): readonly Artifact[] {
  return artifacts.filter((artifact) => artifact.packageId === packageId && artifact.version === version);
}

/** What yanking a version does, sentence by sentence; `files` are those it takes away. */
export function yankWords(files: readonly Pick<Artifact, "usedBy">[]): readonly string[] {
  const used = Math.max(0, ...files.map(({ usedBy = 0 }) => usedBy));
  return [
    files.length > 1
      ? `No new deployment can take it: none of its ${countText(files.length)} files is offered any more.`
      : "No new deployment can take it.",
    used === 0
      ? "No deployment holds it."
      : `${used === 1 ? "The deployment that holds it goes" : `The ${countText(used)} deployments that hold it go`} on. Devices that run it keep it.`,
  ];
}

/** What unyanking a version does; `files` are those it brings back. */
export function unyankWords(files: readonly Artifact[]): readonly string[] {
  const reasons = [...new Set(files.flatMap(({ yanked }) => yanked?.reason ?? []))];
  return ["New deployments can take it again.", ...reasons.map((reason) => `It was yanked because: ${reason}`)];
}
