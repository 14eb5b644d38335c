import { deviceLimitWarnings, type PlannedComponent } from "#domain/device-limits.ts";
import { impactKindOf, overallImpactKind } from "#domain/impact-of.ts";
import { IMPACT_KINDS, type Impact, type ImpactKind, type ImpactNumbers, type PackageImpact } from "#domain/impact.ts";
import type { ArtifactId, CohortId, ProjectId } from "#domain/ids.ts";
import { planFrom, type PlanRequest } from "#domain/plan-request.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import { compareText } from "#lib/collection.ts";
import { chosenArtifacts } from "./commands/chosen-artifacts.ts";
import { livingCohort } from "./commands/cohorts.ts";
import { fitSubject, fittingState } from "./component-fit.ts";
import { offeredRolloutFor, offeredRowOf } from "./device-places.ts";
import { isMarked, MARK, NONE } from "./fleet.ts";
import { impactHash } from "./impact-hash.ts";
import { textOf } from "./interner.ts";
import { reportedVersion, type PackageState } from "./package-state.ts";
import { isSilent } from "./presence.ts";
import type { ArtifactState, ProjectState } from "./project-state.ts";
import { notFound } from "./refusal.ts";
import { BUCKET_OF } from "./target-columns.ts";
import type { World } from "./world.ts";

/** What a composition means for the devices of a cohort, by what they report. One pass over the members. */
export function impactOf(
  world: World,
  projectId: ProjectId,
  cohortId: CohortId,
  artifactIds: readonly ArtifactId[],
  request?: PlanRequest,
): Impact | Problem {
  const project = world.projectsById.get(projectId);
  const cohort = project === undefined ? undefined : livingCohort(project, cohortId);
  if (project === undefined || cohort === undefined) return notFound("cohort");
  const artifacts = chosenArtifacts(world, project, cohort, artifactIds);
  if (isProblem(artifacts)) return artifacts;
  const plan = planFrom(request, { seed: "reviewed", nowMs: world.nowMs });
  if (isProblem(plan)) return plan;
  const sums = packagesIn(project, artifacts);
  const overall = noNumbers();
  let disabled = 0;
  let busy = 0;
  const { fleet } = world;
  for (let device = 0; device < fleet.count; device += 1) {
    if (fleet.cohort[device] !== cohort.index) continue;
    if (!isMarked(fleet, device, MARK.enabled)) {
      disabled += 1;
      continue;
    }
    countDevice(world, device, sums, overall);
    if (isBusy(world, device)) busy += 1;
  }
  return {
    packages: sums.map(packageImpact),
    overall,
    transferBytes: sums.reduce((sum, { transferBytes }) => sum + transferBytes, 0),
    devices: devicesIn(overall),
    disabled,
    busy,
    warnings: deviceLimitWarnings(
      sums.map((sum) => plannedComponent(world, sum)),
      sums.find(({ about }) => about.main)?.about.id,
    ),
    impactHash: impactHash(world, cohort, artifacts, plan),
    asOfMs: world.nowMs,
  };
}

/** One package of the composition while its devices are counted. */
type PackageSum = {
  readonly about: PackageState;
  readonly version: string;
  readonly variants: readonly ArtifactState[];
  readonly numbers: Numbers;
  readonly downgrades: Map<string, number>;
  /** How a reported version compares, by its interned number: thousands of devices share a handful. */
  readonly changes: Map<number, ImpactKind>;
  readonly asksWhatRuns: boolean;
  readonly fits: Map<number, ArtifactState | undefined>;
  transferBytes: number;
};

type Numbers = { -readonly [Key in keyof ImpactNumbers]: number };

function packagesIn(project: ProjectState, artifacts: readonly ArtifactState[]): readonly PackageSum[] {
  const packageIds = [...new Set(artifacts.map(({ artifact }) => artifact.packageId))].toSorted(compareText);
  return packageIds.flatMap((packageId) => {
    const about = project.packages.get(packageId);
    const variants = artifacts.filter(({ artifact }) => artifact.packageId === packageId);
    if (about === undefined || variants[0] === undefined) return [];
    return {
      about,
      variants,
      version: variants[0].artifact.version,
      numbers: noNumbers(),
      downgrades: new Map<string, number>(),
      changes: new Map<number, ImpactKind>(),
      asksWhatRuns: variants.some(({ artifact }) => artifact.requires.size > 0),
      fits: new Map<number, ArtifactState | undefined>(),
      transferBytes: 0,
    };
  });
}

function countDevice(world: World, device: number, sums: readonly PackageSum[], overall: Numbers): void {
  const offline = isSilent(world, device) ? 1 : 0;
  const kinds: ImpactKind[] = [];
  for (const sum of sums) {
    const kind = countForPackage(world, device, sum);
    sum.numbers[kind] += 1;
    sum.numbers.offline += offline;
    kinds.push(kind);
  }
  overall[overallImpactKind(kinds)] += 1;
  overall.offline += offline;
}

function countForPackage(world: World, device: number, sum: PackageSum): ImpactKind {
  const fitting = fittingFor(world, device, sum);
  if (fitting === undefined) return "incompatible";
  const reported = reportedVersion(sum.about.reported, device);
  const kind = changeFrom(world, reported, sum);
  if (kind !== "alreadyThere") sum.transferBytes += fitting.artifact.sizeBytes;
  if (kind === "downgrade") {
    const from = textOf(world.texts, reported) ?? "";
    sum.downgrades.set(from, (sum.downgrades.get(from) ?? 0) + 1);
  }
  return kind;
}

function fittingFor(world: World, device: number, sum: PackageSum): ArtifactState | undefined {
  if (sum.asksWhatRuns) return fittingState(sum.variants, fitSubject(world, device));
  const key = ((world.fleet.blueprint[device] ?? NONE) + 1) * 0x10000 + (world.fleet.tagSet[device] ?? 0);
  if (!sum.fits.has(key)) sum.fits.set(key, fittingState(sum.variants, fitSubject(world, device)));
  return sum.fits.get(key);
}

function changeFrom({ texts }: World, reported: number, { version, changes }: PackageSum): ImpactKind {
  const known = changes.get(reported);
  if (known !== undefined) return known;
  const kind = impactKindOf({ reported: textOf(texts, reported), wanted: version, fits: true });
  changes.set(reported, kind);
  return kind;
}

/** A package as the limits of stock devices see it: `from` are the versions that devices it fits report. */
function plannedComponent({ texts }: World, { about, version, changes }: PackageSum): PlannedComponent {
  return {
    packageId: about.id,
    version,
    from: [...changes.keys()].flatMap((reported) => textOf(texts, reported) ?? []),
  };
}

function packageImpact({ about, version, numbers, transferBytes, downgrades }: PackageSum): PackageImpact {
  const downgradeFrom = [...downgrades]
    .map(([from, count]) => ({ version: from, count }))
    .toSorted((a, b) => b.count - a.count || compareText(a.version, b.version))
    .slice(0, 5);
  return { packageId: about.id, version, numbers, transferBytes, downgradeFrom };
}

function devicesIn(numbers: ImpactNumbers): number {
  return IMPACT_KINDS.reduce((sum, kind) => sum + numbers[kind], 0);
}

function noNumbers(): Numbers {
  return { upgrade: 0, downgrade: 0, changed: 0, alreadyThere: 0, incompatible: 0, unknown: 0, offline: 0 };
}

/** Whether a device has an attempt under way. */
function isBusy(world: World, device: number): boolean {
  const rollout = offeredRolloutFor(world, device);
  const code = rollout?.targets.substate[offeredRowOf(world, device)];
  return code !== undefined && BUCKET_OF[code] === "in-progress";
}
