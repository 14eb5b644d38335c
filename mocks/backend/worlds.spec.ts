import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hours } from "#lib/duration.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { DeploymentId, PackageId, ProjectId } from "#domain/ids.ts";
import type { Preset } from "#domain/plan.ts";
import { isProblem } from "#domain/problem.ts";
import { advance } from "#mocks/engine/advance.ts";
import { silentUntilMsOf } from "#mocks/engine/device-instants.ts";
import { reportedVersion } from "#mocks/engine/package-state.ts";
import { execute } from "#mocks/engine/execute.ts";
import { listArtifacts } from "#mocks/engine/read-artifacts.ts";
import { listCohorts } from "#mocks/engine/read-cohorts.ts";
import { deploymentOf, listDeployments } from "#mocks/engine/read-deployments.ts";
import { listTags } from "#mocks/engine/read-tags.ts";
import { listTargets } from "#mocks/engine/read-targets.ts";
import type { TargetQuery } from "#mocks/engine/queries.ts";
import type { World } from "#mocks/engine/world.ts";
import { BUOYS } from "#mocks/seed/example-world.ts";
import { seedId } from "#mocks/seed/seed-id.ts";
import { worldSpecOf } from "#mocks/seed/worlds.ts";
import { buildWorld } from "./build-world.ts";

const EPOCH_MS = Date.parse("2026-11-21T08:00:00Z");
const PROJECT = seedId<ProjectId>("harbour-sensors");
const MAIN = seedId<PackageId>("main");
const ALL = { page: 0, perPage: 100 };

const opened = (name: string) => buildWorld(worldSpecOf(name), name, EPOCH_MS);

function cohortsOf(world: World, projectId = PROJECT): readonly Cohort[] {
  return listCohorts(world, projectId, ALL).list;
}

function deploymentsOf(world: World, cohort: Cohort, projectId = PROJECT): readonly Deployment[] {
  return listDeployments(world, projectId, cohort.id, ALL)?.list ?? [];
}

/** What the devices of a world run, of `main`: devices by version. */
function running(world: World): Readonly<Record<string, number>> {
  const reported = world.projectsById.get(PROJECT)!.packages.get(MAIN)!.reported;
  const counts: Record<string, number> = {};
  for (let device = 0; device < world.fleet.count; device += 1) {
    const version = world.texts.texts[reportedVersion(reported, device)] ?? "";
    counts[version] = (counts[version] ?? 0) + 1;
  }
  return counts;
}

describe("empty", () => {
  test("holds one project and nothing else", () => {
    const world = opened("empty");
    expect([world.projects.length, world.fleet.count, world.cohorts.length, world.rollouts.length]).toEqual([
      1, 0, 0, 0,
    ]);
  });
});

describe("bad-build", () => {
  test("holds a cohort of exactly 10,000 enabled devices on main 1.0.0, two bad artifacts, and no deployment", () => {
    const world = opened("bad-build");
    const [cohort, ...others] = cohortsOf(world);
    expect(cohort).toMatchObject({ name: "Bad build", deviceCount: 10_000, deploymentCount: 0 });
    expect(others).toEqual([]);
    expect(running(world)).toEqual({ "1.0.0": 10_000 });
    expect(
      listArtifacts(world, PROJECT)
        .map(({ packageId, version }) => `${packageId}@${version}`)
        .toSorted(),
    ).toEqual(["main@1.0.0", "main@2.0.0-bad", "main@2.0.0-brick"]);
  });

  test.each<{ version: string; preset: Preset; rule: string | undefined; touched: number }>([
    { version: "2.0.0-bad", preset: "standard", rule: "streak", touched: 12 },
    { version: "2.0.0-brick", preset: "standard", rule: "streak", touched: 12 },
    { version: "2.0.0-bad", preset: "careful", rule: "absolute", touched: 5 },
    { version: "2.0.0-brick", preset: "careful", rule: "absolute", touched: 5 },
    { version: "2.0.0-bad", preset: "all-at-once", rule: undefined, touched: 10_000 },
    { version: "2.0.0-brick", preset: "all-at-once", rule: undefined, touched: 10_000 },
  ])("$version under $preset: halted by $rule, $touched devices touched", ({ version, preset, rule, touched }) => {
    const world = opened("bad-build");
    const id = start(world, version, preset);
    advance(world, EPOCH_MS + hours(12));
    const { state, halt, counts } = deploymentOf(world, PROJECT, id)!;
    expect([state, halt?.rule]).toEqual([rule === undefined ? "in-progress" : "halted", rule]);
    expect(touchedBy(world)).toBe(touched);
    expect(counts.buckets.succeeded).toBe(0);
  });

  test("whatever the chance, the standard plan spends no more than 13 devices on the one and 12 on the other", () => {
    const spent = Array.from({ length: 12 }, (_, seed) =>
      ["2.0.0-bad", "2.0.0-brick"].map((version) => {
        const world = buildWorld(worldSpecOf("bad-build"), `chance ${seed}`, EPOCH_MS);
        const id = start(world, version, "standard");
        advance(world, EPOCH_MS + hours(12));
        expect(deploymentOf(world, PROJECT, id)!.state).toBe("halted");
        return touchedBy(world);
      }),
    );
    expect(Math.max(...spent.map(([bad]) => bad!))).toBeLessThanOrEqual(13);
    expect(Math.max(...spent.map(([, brick]) => brick!))).toBeLessThanOrEqual(12);
  });

  test("none comes back from the brick, however long one waits", () => {
    const world = opened("bad-build");
    start(world, "2.0.0-brick", "all-at-once");
    advance(world, EPOCH_MS + hours(24 * 60));
    expect(running(world)).toEqual({ "1.0.0": 10_000 });
    const dark = Array.from({ length: 10_000 }, (_, device) => silentUntilMsOf(world.fleet, device));
    expect(dark.every((ms) => ms === Infinity)).toBe(true);
  });
});

/** How many devices were ever offered what the first deployment of a world holds. */
function touchedBy({ rollouts }: World): number {
  const { attempt, count } = rollouts[0]!.targets;
  return attempt.subarray(0, count).filter((attempts) => attempts > 0).length;
}

/** Starts a deployment of one version of `main` to the only cohort. */
function start(world: World, version: string, preset: Preset): DeploymentId {
  const [cohort] = cohortsOf(world);
  const artifact = listArtifacts(world, PROJECT).find((known) => known.version === version)!;
  const request = { name: version, artifactIds: [artifact.id], plan: { preset } };
  const command = { kind: "start-deployment", projectId: PROJECT, cohortId: cohort!.id, request } as const;
  const outcome = execute(world, command, { actor: "spec", atMs: EPOCH_MS });
  if (isProblem(outcome)) throw new Error(outcome.message);
  return outcome.facts.deploymentId!;
}

describe("failing-rollout", () => {
  const substatesOf = (deployment: Deployment, query: TargetQuery) => {
    const page = listTargets(world, PROJECT, deployment.id, query);
    return page === undefined || isProblem(page) ? [] : page.list.map(({ substate }) => substate).toSorted();
  };
  const world = opened("failing-rollout");
  const named = (name: string) => cohortsOf(world).find((cohort) => cohort.name === name)!;

  test("holds two cohorts, one device in seven of revision C, with a deployment behind them", () => {
    expect(cohortsOf(world).map(({ name, deviceCount }) => [name, deviceCount])).toEqual([
      ["Production", 4_200],
      ["Production north", 2_100],
    ]);
    expect(deploymentsOf(world, named("Production")).map(({ name }) => name)).toEqual(["Soft stop", "Quieter start"]);
  });

  test("in the first a rollout has halted by ratio, and its failures are of revision C", () => {
    const [soft] = deploymentsOf(world, named("Production"));
    expect(soft).toMatchObject({ state: "halted", halt: { rule: "ratio" }, plan: { preset: "standard" } });
    const revisionC = listTags(world, PROJECT).find(({ name }) => name === "hw=rev-c")!.id;
    const failed = { page: 0, perPage: 100, filter: { buckets: ["failed"] } } as const;
    const ofC = { ...failed, filter: { ...failed.filter, tagIds: [revisionC] } };
    expect(substatesOf(soft!, failed)).toEqual(["download-failed", ...Array.from({ length: 7 }, () => "reverted")]);
    expect(substatesOf(soft!, ofC)).toEqual(substatesOf(soft!, failed));
  });

  test("in the second it moves at first sight and halts within half an hour", () => {
    const later = opened("failing-rollout");
    const [soft] = deploymentsOf(
      later,
      cohortsOf(later).find(({ name }) => name === "Production north")!,
    );
    expect([soft!.state, soft!.halt]).toEqual(["in-progress", undefined]);
    advance(later, EPOCH_MS + hours(0.5));
    expect(deploymentOf(later, PROJECT, soft!.id)).toMatchObject({ state: "halted", halt: { rule: "ratio" } });
  });
});

describe("history", () => {
  test("holds a cohort with 1,000 deployments of 50 packages, and three devices", () => {
    const world = opened("history");
    const [cohort] = cohortsOf(world);
    expect(cohort).toMatchObject({ name: "Long running", deviceCount: 3, deploymentCount: 1_000 });
    const [latest] = deploymentsOf(world, cohort!);
    expect([latest!.name, latest!.components.length]).toEqual(["Build 1000", 50]);
  });
});

describe("many-cohorts", () => {
  test("holds 1,000 cohorts of one to five devices, every third with something deployed", () => {
    const world = opened("many-cohorts");
    expect([world.cohorts.length, world.fleet.count, world.rollouts.length]).toEqual([1_000, 3_000, 334]);
  });
});

describe("large", () => {
  test("holds 100,000 devices in one cohort, with a rollout on all of them under way", () => {
    const world = opened("large");
    const [cohort] = cohortsOf(world);
    expect(cohort).toMatchObject({ name: "Everywhere", deviceCount: 100_000 });
    const { state, counts } = cohort!.activeDeployment!;
    expect(state).toBe("in-progress");
    expect(Object.values(counts.buckets).reduce((sum, count) => sum + count, 0)).toBe(100_000);
  });
});

describe("million", () => {
  test("holds 1,000,000 devices in one cohort, three deployments behind it, and a rollout in its second phase", () => {
    const world = opened("million");
    const [cohort] = cohortsOf(world);
    expect(cohort).toMatchObject({ name: "Everywhere", deviceCount: 1_000_000, deploymentCount: 4 });
    const [live, ...past] = deploymentsOf(world, cohort!);
    expect(past.map(({ name, state, counts }) => [name, state, counts.total])).toEqual([
      ["Radio sleep", "finished", 1_000],
      ["Watchdog", "superseded", 1_000],
      ["First image", "superseded", 1_000],
    ]);
    expect(live).toMatchObject({ name: "Two oh", state: "in-progress" });
    expect((live!.phases ?? []).map(({ name, size, state }) => [name, size, state])).toEqual([
      ["1,000 first", 1_000, "done"],
      ["10 %", 100_000, "open"],
      ["All devices", 1_000_000, "waiting"],
    ]);
  });
});

describe("the example of the README", () => {
  test("stands there as it is tested here", () => {
    const code = readFileSync(new URL("../seed/example-world.ts", import.meta.url), "utf8");
    const shown = /```ts\n(.*?)```/s.exec(readFileSync(new URL("../README.md", import.meta.url), "utf8"))?.[1];
    expect(shown).toBe(code);
  });

  test("is a world: 40 buoys, half of which went back to the old slot", () => {
    const world = buildWorld(BUOYS, "buoys", EPOCH_MS);
    const [cohort] = cohortsOf(world, seedId<ProjectId>("buoys"));
    expect(cohort).toMatchObject({ name: "Outer harbour", deviceCount: 40 });
    expect(cohort!.activeDeployment!.counts.substates.reverted).toBe(20);
  });
});
