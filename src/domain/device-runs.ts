import { comparePackages } from "./composition.ts";
import type { Device } from "./device.ts";
import type { PackageId } from "./ids.ts";

/** The version a device last reported of one package. */
export type DeviceRun = { readonly packageId: PackageId; readonly version: string };

/** What a device says it runs, the main package first; packages it never reported a version of are left out. */
export function runsOf(
  { reports }: Pick<Device, "reports">,
  mainPackageId: PackageId | undefined,
): readonly DeviceRun[] {
  const inOrder = comparePackages(mainPackageId);
  return reports
    .flatMap(({ packageId, version }) => (version === undefined ? [] : [{ packageId, version }]))
    .toSorted((a, b) => inOrder(a.packageId, b.packageId));
}
