import type { BlueprintId, PackageId, TagId } from "#domain/ids.ts";
import { fittingVariant, type FitSubject } from "#domain/artifact-fit.ts";
import { NONE } from "./fleet.ts";
import { textOf } from "./interner.ts";
import { reportedVersion } from "./package-state.ts";
import type { ArtifactState, ProjectState } from "./project-state.ts";
import type { RolloutComponent, RolloutState } from "./rollout-state.ts";
import type { World } from "./world.ts";

/**
 * The variant of a component that a device takes: what it was offered, whatever became of the device since, so that it is
 * answered the same bytes each time; else what fits it now. Absent: none. Source: domain.md, What a device is told.
 */
export function variantFor(world: World, component: RolloutComponent, device: number): ArtifactState | undefined {
  const offered = component.offered.size === 0 ? undefined : component.offered.get(device);
  return offered === undefined ? variantNow(world, component, device) : component.variants[offered];
}

/** The variant of a component that fits a device as it is now; absent when none does. */
export function variantNow(world: World, component: RolloutComponent, device: number): ArtifactState | undefined {
  if (component.asksWhatRuns) return fittingState(component.variants, fitSubject(world, device));
  const { fits, variants } = component;
  const byTagSet = (fits[(world.fleet.blueprint[device] ?? NONE) + 1] ??= []);
  const tagSet = world.fleet.tagSet[device] ?? 0;
  const known = byTagSet[tagSet];
  if (known !== undefined) return known === NONE ? undefined : variants[known];
  const fitting = fittingState(variants, fitSubject(world, device));
  byTagSet[tagSet] = fitting === undefined ? NONE : variants.indexOf(fitting);
  return fitting;
}

/** The first package of a rollout for which nothing fits a device; absent when all have something. */
export function unfitPackage(world: World, rollout: RolloutState, device: number): PackageId | undefined {
  for (const component of rollout.components) {
    if (variantNow(world, component, device) === undefined) return component.about.id;
  }
  return undefined;
}

/** Whether the device last reported any other version than the rollout's, or none. */
export function somethingDiffers(rollout: RolloutState, device: number): boolean {
  for (const { about, version } of rollout.components) {
    if (reportedVersion(about.reported, device) !== version) return true;
  }
  return false;
}

/** What of a device decides which variants fit it. */
export function fitSubject(world: World, device: number): FitSubject {
  const { fleet, texts } = world;
  const project = world.projects[fleet.project[device] ?? 0];
  return {
    blueprintId: blueprintIdOf(world, device),
    tagIds: tagIdsOf(world, device),
    runs: (packageId) => {
      const about = project?.packages.get(packageId);
      return about === undefined ? undefined : textOf(texts, reportedVersion(about.reported, device));
    },
  };
}

/** The blueprint of a device. */
export function blueprintIdOf({ fleet, projects }: World, device: number): BlueprintId | undefined {
  return projects[fleet.project[device] ?? 0]?.blueprintIds[fleet.blueprint[device] ?? NONE];
}

/** The tags of a device. */
export function tagIdsOf({ fleet, projects }: World, device: number): readonly TagId[] {
  return projects[fleet.project[device] ?? 0]?.tagSets[fleet.tagSet[device] ?? 0] ?? [];
}

/** The most specific artifact that fits, out of a project's states. */
export function fittingState(variants: readonly ArtifactState[], subject: FitSubject): ArtifactState | undefined {
  const fitting = fittingVariant(
    variants.map(({ artifact }) => artifact),
    subject,
  );
  return variants.find(({ artifact }) => artifact === fitting);
}

/** The state of the project a device is in. */
export function projectOfDevice({ fleet, projects }: World, device: number): ProjectState | undefined {
  return projects[fleet.project[device] ?? 0];
}
