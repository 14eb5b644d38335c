import { comparePackages } from "#domain/composition.ts";
import type { Composition } from "#domain/composition.ts";
import type { Device } from "#domain/device.ts";
import type { PackageId } from "#domain/ids.ts";

/** What a device says it runs of one package. */
export type Run = {
  readonly packageId: PackageId;
  readonly version: string;
  /** The version its cohort's deployment holds, when that is another one. */
  readonly wanted?: string;
};

/** What a device runs, the main package first; packages it never reported a version of are left out. */
export function runsOf(
  { reports }: Pick<Device, "reports">,
  mainPackageId: PackageId | undefined,
  deployed: Composition,
): readonly Run[] {
  const inOrder = comparePackages(mainPackageId);
  return reports
    .toSorted((a, b) => inOrder(a.packageId, b.packageId))
    .flatMap(({ packageId, version }) => {
      if (version === undefined) return [];
      const wanted = deployed.get(packageId);
      return [{ packageId, version, ...(wanted === undefined || wanted === version ? {} : { wanted }) }];
    });
}
