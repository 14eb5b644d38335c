import { ARTIFACT_MAX_BYTES } from "#domain/artifact.ts";
import { versionProblem } from "#domain/name.ts";
import { formatBytes, formatCount } from "./format.ts";

/** What the form holds before it is sent. */
export type ArtifactEntry = {
  readonly packageId: string;
  readonly version: string;
  readonly file: { readonly size: number } | undefined;
};

/** What is wrong with each field, as a sentence; a field that is fine is absent. */
export type ArtifactProblems = { readonly package?: string; readonly version?: string; readonly file?: string };

/** Judges an upload before any byte of it is sent. Source: contract.md, Uploads. */
export function artifactProblems({ packageId, version, file }: ArtifactEntry): ArtifactProblems {
  const wrongVersion = versionProblem(version);
  const wrongFile = fileProblem(file);
  return {
    ...(packageId === "" ? { package: "Choose the package this is a version of." } : {}),
    ...(wrongVersion === undefined ? {} : { version: wrongVersion }),
    ...(wrongFile === undefined ? {} : { file: wrongFile }),
  };
}

/** What is wrong with a file, as a sentence. */
export function fileProblem(file: ArtifactEntry["file"]): string | undefined {
  if (file === undefined) return "Choose a file.";
  if (file.size === 0) return "The file is empty: there is nothing to install.";
  if (file.size <= ARTIFACT_MAX_BYTES) return undefined;
  return `The file has ${formatCount(file.size)} bytes; at most ${formatCount(ARTIFACT_MAX_BYTES)} (${formatBytes(ARTIFACT_MAX_BYTES)}) are taken.`;
}

/** What to know of a version while it is typed; `ofImage` is what the file's own header says. */
export function versionHelp(version: string, ofImage: string | undefined): string {
  if (ofImage === undefined) return "As devices report it.";
  if (version.trim() === ofImage) return "As the image says.";
  return `The image itself says ${ofImage}. Devices report that, so under another name the update is never proven.`;
}
