import { expect, test } from "vitest";
import type { CohortFilter } from "#domain/cohort.ts";
import type { FilterPreview } from "#domain/filter-preview.ts";
import { isProblem } from "#domain/problem.ts";
import { addFleet, type FleetSeed } from "./add-fleet.ts";
import { deviceIdAt } from "./ids.ts";
import { readFilterPreview } from "./read-filter-preview.ts";
import { cohortOf } from "./read-cohorts.ts";
import { stage } from "./stage.ts";

function preview(...asked: Parameters<typeof readFilterPreview>): FilterPreview {
  const answer = readFilterPreview(...asked);
  if (isProblem(answer)) throw new Error(answer.message);
  return answer;
}

/** 30 devices of two boards with the tags `eu`, `eu` and `pilot`, or none; none is in a cohort. */
function scattered() {
  const set = stage();
  const { act, projectId, world } = set;
  const tag = (name: string) => act({ kind: "create-tag", projectId, name }).tagId!;
  const board = (name: string) => act({ kind: "create-blueprint", projectId, name }).blueprintId!;
  const [eu, pilot, revB, revC] = [tag("eu"), tag("pilot"), board("rev B"), board("rev C")];
  const seed = (count: number, firstNumber: number, rest: Partial<FleetSeed>) =>
    addFleet(world, { projectId, count, namePrefix: "pump-", firstNumber, digits: 6, versions: {}, ...rest });
  seed(10, 1, { tagIds: [eu], blueprintId: revB });
  seed(8, 11, { tagIds: [eu, pilot], blueprintId: revC });
  seed(12, 19, { blueprintId: revC });
  const ids = Array.from({ length: 30 }, (_, at) => deviceIdAt(world.seedHash, at));
  const dynamic = (name: string, filter: Partial<CohortFilter>) =>
    act({ kind: "create-cohort", projectId, name, filter: { ...EVERYTHING, ...filter } }).cohortId!;
  return { ...set, eu, pilot, revB, revC, ids, dynamic };
}

const EVERYTHING: CohortFilter = { tagIds: [], blueprintIds: [] };

test("a filter without tags and blueprints matches every device of the project", () => {
  const { projectId, world } = scattered();
  expect(preview(world, projectId, EVERYTHING)).toMatchObject({ matching: 30, takes: 30 });
});

test("of the tags all are required, of the blueprints any", () => {
  const { eu, pilot, projectId, revB, revC, world } = scattered();
  const matching = (filter: Partial<CohortFilter>) => preview(world, projectId, { ...EVERYTHING, ...filter }).matching;
  expect([
    matching({ tagIds: [eu] }),
    matching({ tagIds: [eu, pilot] }),
    matching({ blueprintIds: [revC] }),
    matching({ blueprintIds: [revB, revC] }),
    matching({ tagIds: [eu], blueprintIds: [revC] }),
  ]).toEqual([18, 8, 20, 30, 8]);
});

test("the previewed number is the number that the created cohort gets", () => {
  const { act, cohort, dynamic, eu, ids, projectId, revC, world } = scattered();
  dynamic("Older", { blueprintIds: [revC] });
  const byHand = cohort("By hand");
  act({ kind: "assign-devices", projectId, cohortId: byHand, deviceIds: ids.slice(0, 3) });
  const { takes } = preview(world, projectId, { tagIds: [eu], blueprintIds: [] });
  const created = dynamic("Newer", { tagIds: [eu] });
  expect([takes, cohortOf(world, projectId, created)?.deviceCount]).toEqual([7, 7]);
});

test("who was placed by hand stays there", () => {
  const { act, cohortId, eu, ids, projectId, world } = scattered();
  act({ kind: "assign-devices", projectId, cohortId, deviceIds: [ids[0]!, ids[10]!, ids[20]!] });
  expect(preview(world, projectId, { tagIds: [eu], blueprintIds: [] })).toMatchObject({
    matching: 18,
    takes: 16,
    placedByHand: 2,
  });
});

test("among dynamic cohorts the oldest wins: one that is being created loses to all, an old one to none", () => {
  const { dynamic, eu, projectId, revC, world } = scattered();
  const older = dynamic("Rev C", { blueprintIds: [revC] });
  const filter = { tagIds: [eu], blueprintIds: [] };
  expect(preview(world, projectId, filter)).toMatchObject({
    takes: 10,
    overlaps: [{ cohortId: older, name: "Rev C", count: 8, wins: "other" }],
  });
  const newer = dynamic("Europe", { tagIds: [eu] });
  expect(preview(world, projectId, { tagIds: [], blueprintIds: [revC] }, older)).toMatchObject({
    takes: 20,
    overlaps: [{ cohortId: newer, name: "Europe", count: 8, wins: "this" }],
  });
});

test("cohorts without a device in common are no overlap, and neither are deleted ones", () => {
  const { act, dynamic, eu, projectId, revB, revC, world } = scattered();
  dynamic("Rev C without Europe", { blueprintIds: [revC] });
  const deleted = dynamic("Gone", { tagIds: [eu] });
  act({ kind: "delete-cohort", projectId, cohortId: deleted });
  expect(preview(world, projectId, { tagIds: [], blueprintIds: [revB] }).overlaps).toEqual([]);
});

test("at most five devices are shown, all of them such as the cohort would get", () => {
  const { dynamic, eu, projectId, revC, world } = scattered();
  dynamic("Rev C", { blueprintIds: [revC] });
  const { sample } = preview(world, projectId, { tagIds: [eu], blueprintIds: [] });
  expect(sample).toHaveLength(5);
  expect(sample.every(({ name }) => name <= "pump-000010")).toBe(true);
});

test("a tag, a blueprint or a cohort that does not exist is not found", () => {
  const { cohortId, eu, projectId, revB, world } = scattered();
  const nobody = "000000000000000000000000" as never;
  expect(readFilterPreview(world, projectId, { tagIds: [nobody], blueprintIds: [] })).toMatchObject({
    problem: "not-found",
    field: "filter",
  });
  expect(readFilterPreview(world, projectId, { tagIds: [], blueprintIds: [nobody] })).toMatchObject({
    problem: "not-found",
    field: "filter",
  });
  expect(readFilterPreview(world, projectId, { tagIds: [eu], blueprintIds: [revB] }, nobody)).toMatchObject({
    problem: "not-found",
    message: "cohort not found",
  });
  expect(isProblem(readFilterPreview(world, projectId, { tagIds: [eu], blueprintIds: [revB] }, cohortId))).toBe(false);
});

test("a changed filter says who comes in and who goes; who was placed by hand does neither", () => {
  const { act, dynamic, eu, pilot, ids, projectId, revC, world } = scattered();
  const cohortId = dynamic("Pilot", { tagIds: [pilot] });
  act({ kind: "assign-devices", projectId, cohortId, deviceIds: [ids[0]!, ids[10]!] });
  expect(preview(world, projectId, { tagIds: [eu], blueprintIds: [] }, cohortId).change).toMatchObject({
    joins: { count: 9 },
    leaves: { count: 0, sample: [] },
  });
  const { change } = preview(world, projectId, { tagIds: [], blueprintIds: [revC] }, cohortId);
  expect([change?.joins.count, change?.leaves.count]).toEqual([12, 0]);
  const narrowed = preview(world, projectId, { tagIds: [eu, pilot], blueprintIds: [] }, cohortId);
  expect([narrowed.takes, narrowed.change?.joins.count, narrowed.change?.leaves.count]).toEqual([8, 0, 0]);
});

test("the announced change is the change", () => {
  const { act, dynamic, eu, pilot, projectId, revB, world } = scattered();
  const cohortId = dynamic("Pilot", { tagIds: [pilot] });
  const filter = { tagIds: [eu], blueprintIds: [revB] };
  const { change, takes } = preview(world, projectId, filter, cohortId);
  expect([takes, change?.joins.count, change?.leaves.count]).toEqual([10, 10, 8]);
  expect(change?.leaves.sample.map(({ name }) => name)).toHaveLength(5);
  act({ kind: "update-cohort", projectId, cohortId, filter });
  expect(cohortOf(world, projectId, cohortId)?.deviceCount).toBe(10);
});

test("of a cohort that is only being made nothing comes or goes", () => {
  const { eu, projectId, world } = scattered();
  expect(preview(world, projectId, { tagIds: [eu], blueprintIds: [] }).change).toBeUndefined();
});
