import type { ArtifactId, BlueprintId, CohortId, DeploymentId, PackageId, ProjectId, TagId } from "#domain/ids.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { addFleet } from "#mocks/engine/add-fleet.ts";
import { advance } from "#mocks/engine/advance.ts";
import type { DeviceProfile } from "#mocks/engine/device-profile.ts";
import type { FailureKind } from "#mocks/engine/simulation.ts";
import { seedId } from "./seed-id.ts";
import type { WorldTools } from "./world-spec.ts";

/** A deployment as a seed writes it: versions by package; every file it needs is uploaded right before it. */
export type SeedDeployment = {
  readonly name: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly notes?: string;
  /** None: all at once. */
  readonly plan?: PlanRequest;
  /** Names of deployments of the same cohort: this one goes back from the first to the second. */
  readonly rollback?: { readonly of: string; readonly to: string };
};

/** How many bytes each version of a package has, and whether it is an MCUboot image. */
export type SeedPackage = {
  readonly id: string;
  readonly description: string;
  readonly sizeBytes: number;
  readonly main?: boolean;
  readonly mcuboot?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
};

/** Which devices a dynamic cohort takes: all of the tags, any of the blueprints if it names some. */
export type SeedFilter = { readonly tags: readonly string[]; readonly blueprints: readonly string[] };

/** Devices that join together: where, what they are called, what they are, what they run. */
export type SeedFleet = {
  readonly cohort?: string;
  readonly count: number;
  readonly prefix: string;
  readonly firstNumber?: number;
  /** Digits of the number in a name, default 4. */
  readonly digits?: number;
  readonly blueprint?: string;
  readonly tags: readonly string[];
  readonly versions: Readonly<Record<string, string | Readonly<Record<string, number>>>>;
  readonly heartbeatMinutes?: number;
};

/** Trouble that strikes what matches all that is named, share and kind as in `CorrelatedFailure`. */
export type SeedFault = {
  readonly package?: string;
  readonly version?: string;
  readonly blueprint?: string;
  readonly tag?: string;
  readonly failPercent: number;
  readonly kind: FailureKind;
  readonly runsForMinutes?: number;
};

/** Does things to one project in the words of a seed; names stand for ids. Acts must come in the order of time. */
export type ProjectBuilder = {
  readonly projectId: ProjectId;
  readonly tag: (name: string) => TagId;
  /** A hardware type, and how its devices live; before the devices that are of it. */
  readonly blueprint: (name: string, platform: string, boardId: string, profile?: DeviceProfile) => BlueprintId;
  readonly fault: (fault: SeedFault) => void;
  readonly pack: (agoMs: number, actor: string, seedPackage: SeedPackage) => void;
  readonly upload: (agoMs: number, actor: string, packageId: string, version: string) => ArtifactId;
  /** With a filter, by names of tags and blueprints, a dynamic one. */
  readonly cohort: (agoMs: number, actor: string, name: string, filter?: SeedFilter) => CohortId;
  readonly fleet: (agoMs: number, fleet: SeedFleet) => void;
  /** Ends a deployment of a cohort: no more joiners, or the rest called off. */
  readonly end: (
    agoMs: number,
    actor: string,
    ending: {
      readonly cohort: string;
      readonly name: string;
      readonly how: "complete" | "cancel";
      readonly reason: string;
    },
  ) => void;
  readonly deploy: (agoMs: number, actor: string, cohort: string, deployment: SeedDeployment) => DeploymentId;
};

/** Begins a project at the world's first instant. */
export function projectBuilder(
  { act, file, world, epochMs }: WorldTools,
  project: { readonly id: string; readonly name: string; readonly agoMs: number; readonly actor: string },
): ProjectBuilder {
  const projectId = seedId<ProjectId>(project.id);
  act(project.agoMs, project.actor, { kind: "create-project", id: projectId, name: project.name });
  const packages = new Map<string, SeedPackage>();
  const tags = new Map<string, TagId>();
  const blueprints = new Map<string, BlueprintId>();
  const cohorts = new Map<string, CohortId>();
  const artifacts = new Map<string, ArtifactId>();
  const deployments = new Map<string, DeploymentId>();

  const tag: ProjectBuilder["tag"] = (name) =>
    once(tags, name, () => act(project.agoMs, project.actor, { kind: "create-tag", projectId, name }).tagId);

  const upload: ProjectBuilder["upload"] = (agoMs, actor, packageName, version) =>
    once(artifacts, `${packageName}@${version}`, () => {
      const { sizeBytes, mcuboot } = needed(packages, packageName);
      const bytes = file(`${project.id}/${packageName}@${version}`, variedSize(sizeBytes, version), mcuboot ?? false);
      const artifact = { packageId: seedId<PackageId>(packageName), version, tagIds: [], requires: {}, ...bytes };
      return act(agoMs, actor, { kind: "create-artifact", projectId, ...artifact }).artifactId;
    });

  return {
    projectId,
    upload,
    tag,
    blueprint: (name, platform, boardId, profile) => {
      const blueprintId = once(blueprints, name, () => {
        const command = { kind: "create-blueprint", projectId, name, platform, boardId } as const;
        return act(project.agoMs, project.actor, command).blueprintId;
      });
      if (profile !== undefined) {
        const profiles = { ...world.simulation.profiles, [blueprintId]: profile };
        world.simulation = { ...world.simulation, profiles };
      }
      return blueprintId;
    },
    fault: ({ package: packageName, version, blueprint, tag: tagName, ...rest }) => {
      const failure = {
        ...rest,
        ...(packageName === undefined ? {} : { packageId: seedId<PackageId>(packageName) }),
        ...(version === undefined ? {} : { version }),
        ...(blueprint === undefined ? {} : { blueprintId: needed(blueprints, blueprint) }),
        ...(tagName === undefined ? {} : { tagId: tag(tagName) }),
      };
      world.simulation = { ...world.simulation, correlated: [...world.simulation.correlated, failure] };
    },
    pack: (agoMs, actor, seedPackage) => {
      const { id, description, main, metadata } = seedPackage;
      packages.set(id, seedPackage);
      const properties = { description, ...(main === undefined ? {} : { main }), metadata: metadata ?? {} };
      act(agoMs, actor, { kind: "create-package", projectId, packageId: seedId<PackageId>(id), ...properties });
    },
    cohort: (agoMs, actor, name, filter) =>
      once(cohorts, name, () => {
        const create = { kind: "create-cohort", projectId, name } as const;
        if (filter === undefined) return act(agoMs, actor, create).cohortId;
        const blueprintIds = filter.blueprints.map((blueprint) => needed(blueprints, blueprint));
        return act(agoMs, actor, { ...create, filter: { tagIds: filter.tags.map(tag), blueprintIds } }).cohortId;
      }),
    fleet: (agoMs, { cohort, prefix, blueprint, tags: names, ...rest }) => {
      const tagIds = names.map(tag);
      if (epochMs - agoMs > world.nowMs) advance(world, epochMs - agoMs);
      addFleet(world, {
        projectId,
        namePrefix: prefix,
        digits: 4,
        tagIds,
        ...(cohort === undefined ? {} : { cohortId: needed(cohorts, cohort) }),
        ...(blueprint === undefined ? {} : { blueprintId: needed(blueprints, blueprint) }),
        ...rest,
      });
    },
    end: (agoMs, actor, { cohort, name, how, reason }) => {
      const named = { projectId, deploymentId: needed(deployments, `${cohort}/${name}`), reason };
      if (how === "complete") act(agoMs, actor, { kind: "complete-deployment", ...named });
      else act(agoMs, actor, { kind: "cancel-deployment", ...named, stopDownloads: false });
    },
    deploy: (agoMs, actor, cohort, { name, packages: versions, notes, plan, rollback }) => {
      const artifactIds = Object.entries(versions).map(([id, version]) => upload(agoMs, actor, id, version));
      const cohortId = needed(cohorts, cohort);
      const idOf = (deployment: string) => needed(deployments, `${cohort}/${deployment}`);
      const origin = rollback === undefined ? {} : { origin: { rollbackOf: idOf(rollback.of), to: idOf(rollback.to) } };
      const said = { ...(notes === undefined ? {} : { notes }), ...(plan === undefined ? {} : { plan }) };
      const request = { name, artifactIds, ...said, ...origin };
      return once(
        deployments,
        `${cohort}/${name}`,
        () => act(agoMs, actor, { kind: "start-deployment", projectId, cohortId, request }).deploymentId,
      );
    },
  };
}

function once<Id>(made: Map<string, Id>, name: string, make: () => Id | undefined): Id {
  const id = made.get(name) ?? make();
  if (id === undefined) throw new Error(`Nothing was made for ${name}.`);
  made.set(name, id);
  return id;
}

function needed<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The seed uses ${key} before it is there.`);
  return value;
}

/** No two versions of a real package have the same size: within 3 % of the usual one, by the version's letters. */
function variedSize(sizeBytes: number, version: string): number {
  const letters = Array.from(version).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7);
  return sizeBytes + Math.floor((sizeBytes * 0.03 * letters) / 997);
}
