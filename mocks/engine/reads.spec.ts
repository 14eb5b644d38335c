import { describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import type { TargetPage } from "./queries.ts";
import { listCohorts } from "./read-cohorts.ts";
import { deviceHistoryOf, deviceOf, listDevices } from "./read-devices.ts";
import { impactOf } from "./read-impact.ts";
import { listOtaEvents } from "./read-ota-events.ts";
import { pulseOf } from "./read-pulse.ts";
import { listTargets } from "./read-targets.ts";
import { FLAWLESS } from "./simulation.ts";
import { stage, upload } from "./stage.ts";

const PAGE = { page: 0, perPage: 10 };

function some<T extends object>(answer: T | Problem | undefined): T {
  if (answer === undefined || isProblem(answer)) throw new Error("Nothing was answered.");
  return answer;
}

describe("the list of targets", () => {
  test("is filtered, searched, sorted and paged", () => {
    const { world, projectId, fleet, deploy, travel } = stage({ ...FLAWLESS, failPercent: 30, byReason: { "9": 1 } });
    fleet(100);
    const id = deploy({ main: "2.0.0" });
    travel(hours(1));
    const list = (query: object) => some<TargetPage>(listTargets(world, projectId, id, { ...PAGE, ...query }));
    expect(
      list({})
        .list.map(({ name }) => name)
        .slice(0, 2),
    ).toEqual(["pump-000001", "pump-000002"]);
    expect(list({ sort: "-name" }).list[0]?.name).toBe("pump-000100");
    expect(list({ page: 3, perPage: 30 }).list).toHaveLength(10);
    expect(list({ filter: { term: "PUMP-00005" } }).total).toBe(10);
    const failed = list({ filter: { buckets: ["failed"] } });
    expect(failed.list.every(({ substate, reason }) => substate === "rejected" && reason === 9)).toBe(true);
    expect(list({ filter: { buckets: ["failed"], substates: ["verified"] } }).total).toBe(0);
    expect(failed.total + list({ filter: { substates: ["verified"] } }).total).toBe(100);
    const byTime = list({ sort: "-since" }).list.map(({ sinceMs }) => sinceMs);
    expect(byTime).toEqual(byTime.toSorted((a, b) => b - a));
  });

  test("an order that was handed out neither moves nor repeats rows", () => {
    const { world, projectId, fleet, deploy, travel } = stage();
    fleet(40);
    const id = deploy({ main: "2.0.0" });
    const filter = { substates: ["waiting-offline"] } as const;
    const first = some<TargetPage>(listTargets(world, projectId, id, { ...PAGE, filter }));
    travel(hours(1));
    const { order } = first;
    const second = some<TargetPage>(listTargets(world, projectId, id, { page: 1, perPage: 10, filter, order }));
    expect(second.list[0]?.name).toBe("pump-000011");
    expect(second.total).toBe(40);
    expect(some<TargetPage>(listTargets(world, projectId, id, { page: 1, perPage: 10, order })).list).toEqual(
      second.list,
    );
    expect(listTargets(world, projectId, id, { ...PAGE, order: "lost" })).toMatchObject({ problem: "gone" });
    const failed = { buckets: ["failed"] } as const;
    expect(listTargets(world, projectId, id, { ...PAGE, filter: failed, order })).toMatchObject({ problem: "gone" });
    expect(listTargets(world, projectId, id, { ...PAGE, filter, sort: "-name", order })).toMatchObject({
      problem: "gone",
    });
  });
});

describe("a pulse", () => {
  test("tells the rows on screen that changed, and how many others did", () => {
    const { world, projectId, external, ask, say, deploy } = stage();
    const [seen, same, other] = ["seen", "same", "other"].map((name) => external(name));
    const id = deploy({ main: "2.0.0" });
    const pulse = (since?: number) =>
      pulseOf(world, projectId, id, { ...(since === undefined ? {} : { since }), deviceIds: [seen!, same!] });
    const first = some(pulse());
    expect([first.changedRows.length, first.changedElsewhere, first.state]).toEqual([2, 1, "pending"]);
    for (const device of [seen, other]) {
      say(device!, "IDLE 0 1.0.0");
      ask(device!);
    }
    const second = some(pulse(first.revision));
    expect(second.changedRows.map(({ name, substate }) => [name, substate])).toEqual([["seen", "offered"]]);
    expect([second.changedElsewhere, second.state, second.counts.buckets.pending]).toEqual([1, "in-progress", 1]);
    expect(pulse(second.revision + 1)).toMatchObject({ problem: "gone" });
  });
});

describe("an impact", () => {
  test("sums to the enabled members, package by package and over all", () => {
    const { world, act, projectId, cohortId, fleet, external, say } = stage();
    fleet(3);
    fleet(2, { versions: { main: "3.0.0" } });
    fleet(1, { versions: { main: "2.0.0" } });
    fleet(1, { versions: { main: "2024-Q4" } });
    external("never heard of");
    const deviceId = external("disabled");
    say(deviceId, "IDLE 0 1.0.0");
    act({ kind: "update-device", projectId, deviceId, change: { enabled: false } });
    const artifactId = act(upload(projectId, "main", "2.0.0")).artifactId!;
    const impact = some(impactOf(world, projectId, cohortId, [artifactId]));
    const numbers = { upgrade: 3, downgrade: 2, changed: 1, alreadyThere: 1, incompatible: 0, unknown: 1, offline: 1 };
    expect(impact).toMatchObject({ devices: 8, disabled: 1, busy: 0, overall: numbers, transferBytes: 7 * 65_536 });
    expect(impact.packages).toMatchObject([{ numbers, downgradeFrom: [{ version: "3.0.0", count: 2 }] }]);
    expect(impact.warnings).toEqual([]);
  });

  test("counts devices that nothing fits, and who is busy with the one before", () => {
    const { world, act, projectId, cohortId, fleet, deploy, travel } = stage();
    const tagId = act({ kind: "create-tag", projectId, name: "eu" }).tagId!;
    fleet(2, { tagIds: [tagId] });
    fleet(3);
    deploy({ main: "1.5.0" });
    travel(seconds(30));
    const artifactId = act(upload(projectId, "main", "2.0.0", { tagIds: [tagId] })).artifactId!;
    expect(some(impactOf(world, projectId, cohortId, [artifactId]))).toMatchObject({
      devices: 5,
      busy: 5,
      overall: { upgrade: 2, incompatible: 3 },
    });
  });

  test("counts a device that reports its main package only by that package", () => {
    const { world, act, projectId, cohortId, fleet } = stage();
    fleet(2, { versions: { main: "1.0.0" } });
    const ids = ["main", "modem"].map((packageId) => act(upload(projectId, packageId, "2.0.0")).artifactId!);
    expect(some(impactOf(world, projectId, cohortId, ids)).overall).toMatchObject({ upgrade: 2, unknown: 0 });
  });

  test("warns of what stock devices cannot do", () => {
    const { world, act, projectId, cohortId } = stage();
    const version = "2.0.0-a-very-long-one";
    const ids = ["main", "modem"].map((packageId) => act(upload(projectId, packageId, version)).artifactId!);
    const { warnings } = some(impactOf(world, projectId, cohortId, ids));
    expect(warnings).toContain(
      "The version 2.0.0-a-very-long-one of main is longer than 16 characters: stock devices ignore the whole manifest.",
    );
    expect(warnings).toContain("Stock devices report one package only: whether modem arrived may never be proven.");
  });
});

describe("the list of cohorts", () => {
  test("has trouble first, then what moves, then the quiet by name", () => {
    const { world, projectId, fleet, cohort, deploy, travel } = stage();
    const [failing, moving] = [cohort("Failing"), cohort("Moving")];
    cohort("A quiet one");
    for (const cohortId of [failing, moving]) fleet(3, { cohortId });
    world.simulation = { ...FLAWLESS, correlated: [{ failPercent: 100, kind: "9" }] };
    deploy({ main: "2.0.0" }, {}, failing);
    travel(hours(1));
    world.simulation = FLAWLESS;
    deploy({ main: "2.0.0" }, {}, moving);
    const { list, tally, total } = listCohorts(world, projectId, PAGE);
    expect(list.map(({ name }) => name)).toEqual(["Failing", "Moving", "A quiet one", "Pumps"]);
    expect([tally, total]).toEqual([{ moving: 1, halted: 0, quiet: 3 }, 4]);
    expect(listCohorts(world, projectId, { ...PAGE, term: "MOV" }).list.map(({ name }) => name)).toEqual(["Moving"]);
  });
});

describe("devices", () => {
  test("are found by name, tags, blueprint, cohort and version, with facets over all that match", () => {
    const { world, act, projectId, cohortId, fleet, external } = stage();
    const tagId = act({ kind: "create-tag", projectId, name: "eu" }).tagId!;
    const blueprintId = act({ kind: "create-blueprint", projectId, name: "rev C" }).blueprintId!;
    fleet(20, { tagIds: [tagId], blueprintId });
    fleet(5, { versions: { main: "9.0.0" } });
    external("Valve", cohortId);
    const total = (filter: object) => listDevices(world, projectId, { ...PAGE, filter }).total;
    expect(
      [
        {},
        { term: "valve" },
        { tagIds: [tagId] },
        { blueprintIds: [blueprintId] },
        { cohortId },
        { withoutCohort: true },
        { packageVersion: "main@9.0.0" },
      ].map(total),
    ).toEqual([26, 1, 20, 20, 26, 0, 5]);
    expect(listDevices(world, projectId, { ...PAGE, facets: true }).facets).toEqual({
      cohort: [{ value: cohortId, count: 26 }],
      blueprint: [
        { value: blueprintId, count: 20 },
        { value: "", count: 6 },
      ],
      tag: [
        { value: tagId, count: 20 },
        { value: "", count: 6 },
      ],
      packageVersion: [
        { value: "main@1.0.0", count: 20 },
        { value: "modem@1.0.0", count: 20 },
        { value: "main@9.0.0", count: 5 },
        { value: "", count: 1 },
      ],
    });
    const narrowed = listDevices(world, projectId, { ...PAGE, facets: true, filter: { packageVersion: "main@9.0.0" } });
    expect(narrowed.facets).toMatchObject({ tag: [{ value: "", count: 5 }], packageVersion: [{ count: 5 }] });
  });

  test("are seen as long as they beat, and remember every deployment", () => {
    const { world, projectId, fleet, deploy, travel } = stage();
    const [device] = fleet(1);
    deploy({ main: "2.0.0" }, { name: "First" });
    travel(hours(1));
    deploy({ main: "3.0.0" }, { name: "Second" });
    travel(hours(24));
    expect(world.nowMs - deviceOf(world, projectId, device!)!.lastSeenAtMs!).toBeLessThan(minutes(5));
    const past = deviceHistoryOf(world, projectId, device!)!;
    expect(past.map(({ deploymentName, substate, packages }) => [deploymentName, substate, packages[0]?.from])).toEqual(
      [
        ["Second", "verified", "2.0.0"],
        ["First", "verified", "1.0.0"],
      ],
    );
  });
});

test("reports are listed newest first, page by page, without a gap or a repeat", () => {
  const { world, projectId, fleet, deploy, travel } = stage();
  fleet(5);
  deploy({ main: "2.0.0" });
  travel(hours(1));
  const all = listOtaEvents(world, projectId, { limit: 1_000 }).list;
  const first = listOtaEvents(world, projectId, { limit: 7 });
  const second = listOtaEvents(world, projectId, { limit: 1_000, before: first.next! });
  expect([...first.list, ...second.list]).toEqual(all);
  expect(all.length).toBe(30);
  expect(listOtaEvents(world, projectId, { limit: 100, eventType: "downloaded" }).list).toHaveLength(5);
});
