import { assertNever } from "#lib/assert.ts";
import { capitalised } from "#lib/capitalised.ts";
import { changeBetween } from "#domain/version.ts";
import type { VersionChange } from "#domain/version.ts";
import { comparePackages } from "#domain/composition.ts";
import type { Composition } from "#domain/composition.ts";
import type { Device, PackageReport } from "#domain/device.ts";
import type { PackageId } from "#domain/ids.ts";
import { explains, reasonText } from "#domain/reason.ts";

/** How what a device runs of one package stands against what its cohort's deployment puts on it. */
export type Standing =
  /** It runs the wanted version. */
  | "there"
  /** It runs another one. */
  | "differs"
  /** It is wanted, and the device never said a version of it. */
  | "unknown"
  /** The device runs it and the deployment does not hold it. */
  | "kept";

/** One package, wanted and running. */
export type WantedRow = {
  readonly packageId: PackageId;
  readonly wanted?: string;
  readonly running?: string;
  readonly standing: Standing;
  /** Where both versions are known and differ: the way from running to wanted. */
  readonly change?: VersionChange;
  /** What the device last said of it. */
  readonly report?: PackageReport;
};

/** Every package that is wanted or reported, the main one first. */
export function wantedRows(
  { reports }: Pick<Device, "reports">,
  wanted: Composition,
  mainPackageId: PackageId | undefined,
): readonly WantedRow[] {
  const reported = new Map(reports.map((report) => [report.packageId, report]));
  return [...new Set([...wanted.keys(), ...reported.keys()])]
    .toSorted(comparePackages(mainPackageId))
    .map((packageId) => rowOf(packageId, wanted.get(packageId), reported.get(packageId)));
}

/** Whether a device runs everything that is wanted of it. */
export function isUpToDate(rows: readonly WantedRow[]): boolean {
  return rows.every(({ standing }) => standing === "there" || standing === "kept");
}

/** The words for how a package stands; what is kept is so with a deployment that leaves it out, or without any. */
export function standingText({ standing, change }: WantedRow, hasDeployment: boolean): string {
  switch (standing) {
    case "there":
      return "up to date";
    case "kept":
      return hasDeployment ? "not in the deployment, kept" : "kept, nothing is deployed";
    case "unknown":
      return "never reported";
    case "differs":
      return change === undefined || change === "unchanged" ? "differs" : `to be ${change}`;
    default:
      return assertNever(standing, "standing");
  }
}

/** What the device last said, in words: its state, what it works on, and why when there is trouble. */
export function reportText({ state, rawState, target, reason }: PackageReport): string {
  const said = state === undefined ? `says “${rawState}”` : capitalised(state);
  const doing = target === undefined ? said : `${said} ${target}`;
  return explains(reason) ? `${doing}: ${reasonText(reason)}` : doing;
}

function rowOf(packageId: PackageId, wanted: string | undefined, report: PackageReport | undefined): WantedRow {
  const running = report?.version;
  const known = {
    packageId,
    ...(wanted === undefined ? {} : { wanted }),
    ...(running === undefined ? {} : { running }),
    ...(report === undefined ? {} : { report }),
  };
  if (wanted === undefined) return { ...known, standing: "kept" };
  if (running === undefined) return { ...known, standing: "unknown" };
  if (running === wanted) return { ...known, standing: "there" };
  return { ...known, standing: "differs", change: changeBetween(running, wanted) };
}
