import type { PackageId, ProjectId } from "#domain/ids.ts";
import type { Package } from "#domain/package.ts";
import type { PackageState } from "./package-state.ts";
import type { World } from "./world.ts";

/** Every package of a project, in the order they were made. */
export function listPackages(world: World, projectId: ProjectId): readonly Package[] {
  return [...(world.projectsById.get(projectId)?.packages.values() ?? [])].map(packageValue);
}

/** One package. */
export function packageOf(world: World, projectId: ProjectId, packageId: PackageId): Package | undefined {
  const about = world.projectsById.get(projectId)?.packages.get(packageId);
  return about === undefined ? undefined : packageValue(about);
}

function packageValue({ id, description, main, metadata, createdAtMs, updatedAtMs }: PackageState): Package {
  return { id, description, main, metadata, createdAtMs, updatedAtMs };
}
