import type { PackageId } from "./ids.ts";

/** An upgradable component of a device. At most one package of a project is `main`, the one the device SDK installs. */
export type Package = {
  readonly id: PackageId;
  readonly description: string;
  readonly main: boolean;
  /** Free properties, at most 64. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
};

/** The id of the main package; absent when none is. */
export function mainPackageIdOf(packages: readonly Pick<Package, "id" | "main">[]): PackageId | undefined {
  return packages.find(({ main }) => main)?.id;
}
