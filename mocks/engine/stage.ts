import type { Deployment, DeploymentRequest } from "#domain/deployment.ts";
import type { CohortId, DeploymentId, DeviceId, PackageId, ProjectId, TagId } from "#domain/ids.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import type { Target, TargetRow } from "#domain/target.ts";
import { addFleet, type FleetSeed } from "./add-fleet.ts";
import { advance } from "./advance.ts";
import type { Command } from "./command.ts";
import { execute } from "./execute.ts";
import type { Facts, Outcome } from "./facts.ts";
import { deviceIdAt } from "./ids.ts";
import { deploymentOf } from "./read-deployments.ts";
import { targetOf } from "./read-target.ts";
import { listTargets } from "./read-targets.ts";
import { FLAWLESS, type Simulation } from "./simulation.ts";
import { openWorld, type World } from "./world.ts";

/** A small world for specs, with words of the trade to do things to it. One project, packages `main` and `modem`. */
export type Stage = {
  readonly world: World;
  readonly projectId: ProjectId;
  readonly cohortId: CohortId;
  /** Carries a command out now. */
  readonly attempt: (command: Command) => Outcome;
  /** Carries a command out now that cannot be refused. */
  readonly act: (command: Command) => Facts["facts"];
  readonly travel: (ms: number) => void;
  readonly fleet: (count: number, rest?: Partial<FleetSeed>) => readonly DeviceId[];
  readonly cohort: (name: string) => CohortId;
  /** Starts a deployment of versions by package; what has no artifact yet gets one of 64 KB. */
  readonly deploy: (
    versions: Readonly<Record<string, string>>,
    rest?: Partial<DeploymentRequest>,
    cohortId?: CohortId,
  ) => DeploymentId;
  readonly deployment: (deploymentId: DeploymentId) => Deployment;
  /** Targets by substate. */
  readonly substates: (deploymentId: DeploymentId) => Deployment["counts"]["substates"];
  readonly target: (deploymentId: DeploymentId, deviceId: DeviceId) => Target;
  readonly rows: (deploymentId: DeploymentId) => readonly TargetRow[];
  /** A device that speaks for itself, in the cohort unless told otherwise. */
  readonly external: (name: string, cohortId?: CohortId) => DeviceId;
  readonly ask: (deviceId: DeviceId) => DeploymentId | undefined;
  /** `state reason v→t` about `main`, as domain.md writes reports. */
  readonly say: (deviceId: DeviceId, ...reports: readonly string[]) => void;
};

const START_MS = Date.UTC(2026, 0, 5, 8);
const STATES = ["IDLE", "DOWNLOADING", "DOWNLOADED", "UPDATING"];
const VERSIONS_AT_FIRST = { main: "1.0.0", modem: "1.0.0" };

/** Sets the stage; nothing goes wrong on it unless told. */
export function stage(simulation: Simulation = FLAWLESS, seed = "spec"): Stage {
  const world = openWorld({ name: "spec", seed, epochMs: START_MS, simulation });
  const attempt = (command: Command): Outcome => execute(world, command, { actor: "spec", atMs: world.nowMs });
  const act = (command: Command): Facts["facts"] => {
    const outcome = attempt(command);
    if (isProblem(outcome)) throw new Error(`${command.kind}: ${outcome.message}`);
    return outcome.facts;
  };
  const projectId = needed(act({ kind: "create-project", name: "Spec" }).projectId);
  const cohort = (name: string) => needed(act({ kind: "create-cohort", projectId, name }).cohortId);
  for (const name of ["main", "modem"]) act({ kind: "create-package", projectId, packageId: packageNamed(name) });
  const cohortId = cohort("Pumps");
  const deployment = (id: DeploymentId) => needed(deploymentOf(world, projectId, id));
  return {
    world,
    projectId,
    cohortId,
    attempt,
    act,
    cohort,
    deployment,
    travel: (ms) => advance(world, world.nowMs + ms),
    fleet: (count, rest = {}) => {
      const firstNumber = world.fleet.count + 1;
      const seeded = {
        projectId,
        count,
        namePrefix: "pump-",
        firstNumber,
        digits: 6,
        cohortId,
        versions: VERSIONS_AT_FIRST,
      };
      const rows = addFleet(world, { ...seeded, ...rest });
      return Array.from({ length: count }, (_, at) => deviceIdAt(world.seedHash, rows.firstDevice + at));
    },
    deploy: (versions, rest = {}, to = cohortId) => {
      const artifactIds = Object.entries(versions).map(([packageId, version]) =>
        artifact(world, act, projectId, packageId, version),
      );
      const request = { name: Object.values(versions).join(" "), artifactIds, ...rest };
      return needed(act({ kind: "start-deployment", projectId, cohortId: to, request }).deploymentId);
    },
    substates: (id) => deployment(id).counts.substates,
    target: (id, deviceId) => needed(targetOf(world, projectId, id, deviceId)),
    rows: (id) => {
      const page = needed<ReturnType<typeof listTargets>>(
        listTargets(world, projectId, id, { page: 0, perPage: 100_000 }),
      );
      return page === undefined || isProblem(page) ? [] : page.list;
    },
    external: (name, to = cohortId) =>
      needed(act({ kind: "create-device", projectId, name, hardwareIds: [], tagIds: [], cohortId: to }).deviceId),
    ask: (deviceId) => act({ kind: "ask", deviceId }).deploymentId,
    say: (deviceId, ...reports) => {
      for (const text of reports) act({ kind: "report", deviceId, report: reportOf(text) });
    },
  };
}

/** The problem of an outcome, for specs about refusals. */
export function refusalOf(outcome: Outcome): Problem {
  if (!isProblem(outcome)) throw new Error("Nothing was refused.");
  return outcome;
}

/** What a spec uploads: everything but the package and the version is of no matter there. */
export function upload(
  projectId: ProjectId,
  packageId: string,
  version: string,
  rest: { readonly tagIds?: readonly TagId[]; readonly sizeBytes?: number } = {},
): Extract<Command, { kind: "create-artifact" }> {
  return {
    kind: "create-artifact",
    projectId,
    packageId: packageNamed(packageId),
    version,
    tagIds: rest.tagIds ?? [],
    requires: {},
    sizeBytes: rest.sizeBytes ?? 65_536,
    sha256: `${packageId}@${version}`,
    type: "default",
    content: { kind: "stored" },
  };
}

function artifact(world: World, act: Stage["act"], projectId: ProjectId, packageId: string, version: string) {
  const artifacts = [...needed(world.projectsById.get(projectId)).artifacts.values()].map((state) => state.artifact);
  const known = artifacts.find((made) => made.packageId === packageId && made.version === version);
  return known?.id ?? needed(act(upload(projectId, packageId, version)).artifactId);
}

function reportOf(text: string) {
  const [state = "", reason = "0", versions = ""] = text.split(" ");
  const [version, target] = versions.split("→");
  return {
    packageId: packageNamed("main"),
    state: STATES.indexOf(state),
    reason: Number(reason),
    ...(version === undefined || version === "" ? {} : { version }),
    ...(target === undefined ? {} : { target }),
  };
}

function packageNamed(name: string): PackageId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: a stage names its own packages
  return name as PackageId;
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The stage holds no such thing.");
  return value;
}
