import type { Artifact } from "#domain/artifact.ts";
import type { Cohort } from "#domain/cohort.ts";
import { EMPTY_COUNTS } from "#domain/counts.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { ArtifactId, DeploymentId, PackageId } from "#domain/ids.ts";
import type { Impact, ImpactNumbers, PackageImpact } from "#domain/impact.ts";
import type { Package } from "#domain/package.ts";
import type { Surroundings } from "./draft.ts";

/** Composed values for the specs of this folder; what a test is about is given, the rest is ordinary. */
type Versions = Readonly<Record<string, string>>;

const NOW_MS = Date.UTC(2026, 10, 17, 14, 32);

export const packageId = (id: string): PackageId => branded(id);
export const deploymentId = (id: string): DeploymentId => branded(id);

export function picks(versions: Versions): ReadonlyMap<PackageId, string> {
  return new Map(Object.entries(versions).map(([id, version]) => [packageId(id), version]));
}

export function packageOf(id: string, change: Partial<Package> = {}): Package {
  const main = id === "main";
  return { id: packageId(id), description: "", main, metadata: new Map(), createdAtMs: 0, updatedAtMs: 0, ...change };
}

/** `main@2.4.1` is an artifact with the id `main@2.4.1`; a second variant is `main@2.4.1#b`. */
export function artifact(name: string, change: Partial<Artifact> = {}): Artifact {
  const [whole = "", ,] = name.split("#");
  const [id = "", version = ""] = whole.split("@");
  return {
    id: branded(name),
    packageId: packageId(id),
    version,
    tagIds: [],
    requires: new Map(),
    sizeBytes: 1_000,
    sha256: "0".repeat(64),
    type: "default",
    usedBy: 0,
    createdAtMs: 0,
    ...change,
  };
}

export function deployment(id: string, name: string, versions: Versions): Deployment {
  const components = Object.entries(versions).map(([of, version]) => ({
    packageId: packageId(of),
    version,
    artifactIds: [branded<ArtifactId>(`${of}@${version}`)],
  }));
  return {
    id: deploymentId(id),
    cohortId: branded("c1"),
    name,
    artifactIds: components.flatMap(({ artifactIds }) => artifactIds),
    components,
    sequenceNumber: 1n,
    state: "in-progress",
    settled: false,
    counts: EMPTY_COUNTS,
    plan: allAtOnce,
    createdAtMs: NOW_MS,
    createdBy: "ana@example.com",
    controlRevision: "1",
  };
}

export function cohort(change: Partial<Cohort> = {}): Cohort {
  return {
    id: branded("c1"),
    name: "Production EU",
    deviceCount: 1_250,
    kind: "manual",
    deploymentCount: 0,
    protected: false,
    archived: false,
    createdAtMs: 0,
    updatedAtMs: 0,
    ...change,
  };
}

export function around(change: Partial<Surroundings> = {}): Surroundings {
  return { active: undefined, mainPackageId: packageId("main"), takenNames: [], nowMs: NOW_MS, ...change };
}

export function numbers(change: Partial<ImpactNumbers> = {}): ImpactNumbers {
  const none = { upgrade: 0, downgrade: 0, changed: 0, alreadyThere: 0, incompatible: 0, unknown: 0, offline: 0 };
  return { ...none, ...change };
}

export function packageImpact(
  name: string,
  change: Partial<ImpactNumbers> = {},
  rest: Partial<PackageImpact> = {},
): PackageImpact {
  const [id = "", version = ""] = name.split("@");
  return {
    packageId: packageId(id),
    version,
    numbers: numbers(change),
    transferBytes: 1_000,
    downgradeFrom: [],
    ...rest,
  };
}

export function impact(change: Partial<Impact> = {}): Impact {
  return {
    packages: [],
    overall: numbers(),
    transferBytes: 0,
    devices: 0,
    disabled: 0,
    busy: 0,
    warnings: [],
    impactHash: "h1",
    asOfMs: NOW_MS,
    ...change,
  };
}

const allAtOnce: Deployment["plan"] = {
  preset: "all-at-once",
  seed: "s",
  phases: [],
  targeting: "continuous",
  startPolicy: "now",
  maxUnavailable: { percent: 100 },
  halt: {},
  retry: { maxAttempts: 3, baseMinutes: 5, factor: 4, capMinutes: 360 },
  timeouts: {
    stallMinutes: 15,
    installMinutes: 30,
    verify: { minutes: 15, heartbeats: 3 },
    confirmMinutes: 0,
    attemptMinutes: 1_440,
  },
};

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each caller says which brand it means
function branded<Id extends string>(text: string): Id {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
  return text as Id;
}
