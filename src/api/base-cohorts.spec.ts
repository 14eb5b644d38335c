import { expect, test } from "vitest";
import type { Cohort } from "#domain/cohort.ts";
import { decodeCohort } from "#contract/cohort.ts";
import { pageOfCohorts } from "./base-cohorts.ts";

const cohort = (name: string, deviceCount: number): Cohort =>
  decodeCohort({ cohortId: name, name, deviceCount, createdAt: "2026-11-20T08:00:00Z" });

const cohorts = [cohort("Trucks", 7), cohort("Sensors", 11), cohort("Sensors beta", 2), cohort("Gateways", 2)];
const names = (asked: Parameters<typeof pageOfCohorts>[1]) =>
  pageOfCohorts(cohorts, asked).list.map(({ name }) => name);

test.each([
  [{}, ["Gateways", "Sensors", "Sensors beta", "Trucks"]],
  [{ sort: "-name" }, ["Trucks", "Sensors beta", "Sensors", "Gateways"]],
  [{ sort: "devices" }, ["Gateways", "Sensors beta", "Trucks", "Sensors"]],
  [{ sort: "trouble" }, ["Gateways", "Sensors", "Sensors beta", "Trucks"]],
  [{ term: " sens" }, ["Sensors", "Sensors beta"]],
  [{ page: 1, perPage: 3 }, ["Trucks"]],
  [{ term: "nothing" }, []],
])("%j", (asked, expected) => {
  expect(names(asked)).toEqual(expected);
});

test("the total counts what matches, not what is on the page", () => {
  expect(pageOfCohorts(cohorts, { term: "sens", perPage: 1 })).toMatchObject({ total: 2, page: 0, perPage: 1 });
});
