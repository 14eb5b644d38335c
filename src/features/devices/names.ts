import { comparePackages } from "#domain/composition.ts";
import type { Device } from "#domain/device.ts";
import type { PackageId } from "#domain/ids.ts";

/** The name of one of the things that were read; an id nobody knows keeps its place under a word that says so. */
export function nameOf<Id extends string>(
  all: readonly { readonly id: Id; readonly name: string }[],
  id: Id,
  unknown: string,
): string {
  return all.find((one) => one.id === id)?.name ?? unknown;
}

/** What a device says it runs, the main package first; packages it never reported a version of are left out. */
export function runsOf(
  { reports }: Pick<Device, "reports">,
  mainPackageId: PackageId | undefined,
): readonly { readonly packageId: PackageId; readonly version: string }[] {
  const inOrder = comparePackages(mainPackageId);
  return reports
    .flatMap(({ packageId, version }) => (version === undefined ? [] : [{ packageId, version }]))
    .toSorted((a, b) => inOrder(a.packageId, b.packageId));
}
