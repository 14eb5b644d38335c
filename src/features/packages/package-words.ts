import { countText } from "#domain/counts.ts";
import type { PackageSummary } from "./package-summary.ts";

/** The sentence above the list: how many packages there are, which is main, and what no deployment uses. */
export function packagesSentence(summaries: readonly PackageSummary[]): string {
  const main = summaries.find(({ about }) => about.main)?.about.id;
  const unused = summaries.filter(({ usedVersionCount }) => usedVersionCount === 0).length;
  const isUseKnown = summaries.every(({ usedVersionCount }) => usedVersionCount !== undefined);
  const one = summaries.length === 1;
  const many = one ? "1 package" : `${countText(summaries.length)} packages`;
  const mainly = main === undefined ? "None is marked as main." : `The main one is ${main}.`;
  if (!isUseKnown) return `${many}. ${mainly}`;
  if (unused === 0) return `${many}, ${one ? "in use" : "all in use"}. ${mainly}`;
  if (unused === summaries.length) return `${many}, not in any deployment yet. ${mainly}`;
  return `${many}, ${countText(unused)} of them in no deployment. ${mainly}`;
}

/** The sentence that opens a package's page: what it is, how many versions there are and how many are in use. */
export function packageSentence(summary: PackageSummary): string {
  const { about, versionCount, yankedVersionCount, newest } = summary;
  const described = about.description.trim().replace(/\.$/, "");
  const opening = described === "" ? "" : `${described}. `;
  if (newest === undefined) return `${opening}Nothing was uploaded yet.`;
  if (versionCount === 1) {
    return `${opening}1 version, ${newest.version}${usageOf(summary)}.${yankedVersionCount === 0 ? "" : " It is yanked."}`;
  }
  const yanked = yankedVersionCount === 0 ? "" : ` ${yankedText(summary)}`;
  return `${opening}${versionsText(versionCount)}, the newest ${newest.version}${usageOf(summary)}.${yanked}`;
}

function yankedText({ versionCount, yankedVersionCount }: PackageSummary): string {
  if (yankedVersionCount === versionCount) return "All are yanked, so none can be deployed.";
  return `${countText(yankedVersionCount)}\u00a0${yankedVersionCount === 1 ? "is" : "are"} yanked.`;
}

function usageOf({ versionCount, usedVersionCount }: PackageSummary): string {
  if (usedVersionCount === undefined) return "";
  if (versionCount === 1) return usedVersionCount === 0 ? "; no deployment uses it yet" : "; it is in use";
  if (usedVersionCount === 0) return "; no deployment uses any yet";
  if (usedVersionCount === versionCount) return "; all are in use";
  return `; ${countText(usedVersionCount)} of them ${usedVersionCount === 1 ? "is" : "are"} in use`;
}

/** "14 versions", "1 version", "no versions". */
function versionsText(count: number): string {
  if (count === 0) return "no versions";
  return count === 1 ? "1 version" : `${countText(count)} versions`;
}

/** Whether deployments use a package, for its row: "3 of 14 versions". */
export function usageText({ usedVersionCount, versionCount }: PackageSummary): string {
  if (usedVersionCount === undefined) return "";
  if (usedVersionCount === 0) return "Not in use";
  return `${countText(usedVersionCount)} of ${versionsText(versionCount)}`;
}

/** How many deployments name an artifact. */
export function usedByText(usedBy: number | undefined): string {
  if (usedBy === undefined) return "";
  if (usedBy === 0) return "not in use";
  return usedBy === 1 ? "1 deployment" : `${countText(usedBy)} deployments`;
}

/** Why an artifact cannot be deleted; nothing when it can. */
export function keptReason(usedBy: number | undefined): string | undefined {
  if (usedBy === undefined || usedBy === 0) return undefined;
  return `${usedByText(usedBy)} ${usedBy === 1 ? "names" : "name"} it, so it is kept for the record.`;
}

/** Why a package cannot be deleted; nothing when it can. */
export function packageKeptReason({ versionCount }: Pick<PackageSummary, "versionCount">): string | undefined {
  return versionCount === 0 ? undefined : `It has ${versionsText(versionCount)}. Delete its artifacts first.`;
}

/** What making a package the main one does to the other. */
export function mainWords(id: string, mainNow: string | undefined): string {
  const becomes = `${id} becomes the main package: the one that the device's own update code installs.`;
  return mainNow === undefined ? becomes : `${becomes} ${mainNow} stops being it.`;
}
