import { expect, test } from "vitest";
import { hours, minutes } from "#lib/duration.ts";
import { execute } from "./execute.ts";
import { readAudit } from "./read-audit.ts";
import { FLAWLESS } from "./simulation.ts";
import { stage } from "./stage.ts";

const ALL = { limit: 100 };

test("every act of a person is kept with its instant, its reason and what it was about, the newest first", () => {
  const { world, act, projectId, cohortId, fleet, deploy } = stage();
  const [device] = fleet(1);
  const deploymentId = deploy({ main: "2.0.0" });
  const atMs = world.nowMs + minutes(5);
  execute(
    world,
    { kind: "cancel-deployment", projectId, deploymentId, reason: " Wrong build. ", stopDownloads: false },
    { actor: "ada@example.com", atMs },
  );
  act({ kind: "assign-devices", projectId, cohortId: undefined, deviceIds: [device!] });
  const { list } = readAudit(world, projectId, ALL)!;
  expect(list.slice(0, 3)).toEqual([
    { position: 8, atMs, by: { actor: "spec" }, act: "assign-devices", objects: [{ kind: "device", id: device }] },
    {
      position: 7,
      atMs,
      by: { actor: "ada@example.com" },
      act: "cancel-deployment",
      objects: [
        { kind: "deployment", id: deploymentId },
        { kind: "cohort", id: cohortId },
      ],
      reason: "Wrong build.",
    },
    {
      position: 6,
      atMs: world.epochMs,
      by: { actor: "spec" },
      act: "start-deployment",
      objects: [
        { kind: "deployment", id: deploymentId },
        { kind: "cohort", id: cohortId },
      ],
    },
  ]);
  expect(list.slice(3).map((entry) => [entry.act, entry.objects[0]?.kind])).toEqual([
    ["create-artifact", "artifact"],
    ["create-cohort", "cohort"],
    ["create-package", "package"],
    ["create-package", "package"],
    ["create-project", "project"],
  ]);
});

test("what is refused, and what devices say, is no act", () => {
  const { world, attempt, projectId, external, ask, say } = stage();
  const deviceId = external("a");
  const before = readAudit(world, projectId, ALL)!.list.length;
  attempt({ kind: "create-cohort", projectId, name: "" });
  ask(deviceId);
  say(deviceId, "IDLE 0 1.0.0");
  expect(readAudit(world, projectId, ALL)!.list).toHaveLength(before);
});

test("is narrowed to who, to what and to when", () => {
  const { world, act, projectId, cohort, travel } = stage();
  const bySomeoneElse = { actor: "ada@example.com", atMs: world.nowMs };
  execute(world, { kind: "create-tag", projectId, name: "eu" }, bySomeoneElse);
  travel(minutes(10));
  const cohortId = cohort("Valves");
  travel(minutes(10));
  act({ kind: "update-cohort", projectId, cohortId, name: "Taps" });
  const acts = (query: object) => readAudit(world, projectId, { ...ALL, ...query })!.list.map((entry) => entry.act);
  expect(acts({ actor: "ada@example.com" })).toEqual(["create-tag"]);
  expect(acts({ object: cohortId })).toEqual(["update-cohort", "create-cohort"]);
  expect(acts({ sinceMs: world.epochMs + minutes(10) })).toEqual(["update-cohort", "create-cohort"]);
  expect(acts({ sinceMs: world.epochMs + minutes(10), untilMs: world.epochMs + minutes(20) })).toEqual([
    "create-cohort",
  ]);
});

test("what a rule did is kept with the rule, for the deployment and for its cohort", () => {
  const { world, act, projectId, cohort, cohortId, fleet, deploy, travel } = stage({
    ...FLAWLESS,
    correlated: [{ failPercent: 100, kind: "install-refused" }],
  });
  fleet(50);
  const other = cohort("Valves");
  const deploymentId = deploy({ main: "2.0.0" }, { plan: { preset: "standard" } });
  act({ kind: "freeze-cohort", projectId, cohortId: other, reason: "Fair", untilMs: world.nowMs + minutes(5) });
  travel(hours(2));
  const byRules = (object: string) =>
    readAudit(world, projectId, { ...ALL, object })!.list.flatMap((entry) =>
      "rule" in entry.by ? [[entry.act, entry.by.rule]] : [],
    );
  expect([byRules(deploymentId), byRules(cohortId), byRules(other)]).toEqual([
    [["halt", "absolute"]],
    [["halt", "absolute"]],
    [["unfreeze", "freeze-expiry"]],
  ]);
});

test("page by page, without a gap or a repeat", () => {
  const { world, projectId, cohort } = stage();
  for (const name of ["b", "c", "d", "e", "f", "g"]) cohort(name);
  const all = readAudit(world, projectId, ALL)!;
  const first = readAudit(world, projectId, { limit: 4 })!;
  const second = readAudit(world, projectId, { limit: 4, before: first.before! })!;
  const third = readAudit(world, projectId, { limit: 4, before: second.before! })!;
  expect([...first.list, ...second.list, ...third.list]).toEqual(all.list);
  expect([all.before, third.before, all.list.length]).toEqual([undefined, undefined, 10]);
});

test("an act on very many devices names the first hundred things", () => {
  const { world, act, projectId, cohort, fleet } = stage();
  const deviceIds = fleet(150);
  const cohortId = cohort("Valves");
  act({ kind: "assign-devices", projectId, cohortId, deviceIds });
  const [newest] = readAudit(world, projectId, { limit: 1 })!.list;
  expect(newest?.objects).toHaveLength(100);
  expect(newest?.objects[0]).toEqual({ kind: "cohort", id: cohortId });
});
