import type { Composition } from "#domain/composition.ts";
import { runsOf, type DeviceRun } from "#domain/device-runs.ts";
import type { Device } from "#domain/device.ts";
import type { PackageId } from "#domain/ids.ts";

/** What a device says it runs of one package. */
export type Run = DeviceRun & {
  /** The version its cohort's deployment holds, when that is another one. */
  readonly wanted?: string;
};

/** What a device runs beside what is deployed to it, the main package first. */
export function runsAgainst(
  deployed: Composition,
  device: Pick<Device, "reports">,
  mainPackageId: PackageId | undefined,
): readonly Run[] {
  return runsOf(device, mainPackageId).map((run) => {
    const wanted = deployed.get(run.packageId);
    return wanted === undefined || wanted === run.version ? run : { ...run, wanted };
  });
}
