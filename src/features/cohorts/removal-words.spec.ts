import { expect, test } from "vitest";
import { EMPTY_COUNTS } from "#domain/counts.ts";
import type { DeploymentId } from "#domain/ids.ts";
import { removalWords } from "./removal-words.ts";

const landing = {
  id: "d1" as DeploymentId,
  name: "Autumn fixes",
  state: "in-progress",
  settled: false,
  startedAtMs: 0,
  counts: {
    ...EMPTY_COUNTS,
    total: 1_250,
    buckets: { pending: 17, "in-progress": 22, succeeded: 1_204, failed: 7, cancelled: 0 },
  },
} as const;

test("a cohort that never deployed is deleted", () => {
  expect(removalWords({ name: "New arrivals", deviceCount: 1, deploymentCount: 0 })).toEqual({
    title: "Delete New arrivals?",
    act: "Delete cohort",
    consequences: [
      "Nothing was ever deployed to it, so nothing of it is kept.",
      "Its 1 device keeps what it runs and is then in no cohort.",
    ],
  });
});

test("a cohort that ever deployed is archived, and what is under way is said", () => {
  const cohort = { name: "Production EU", deviceCount: 1_250, deploymentCount: 48, activeDeployment: landing };
  expect(removalWords(cohort)).toEqual({
    title: "Archive Production EU?",
    act: "Archive cohort",
    consequences: [
      "The cohort leaves the list and can no longer deploy. Its 48 deployments and their links stay.",
      "Its 1,250 devices keep what they run and are then in no cohort.",
      "“Autumn fixes” is still landing: 39 devices do not have it yet.",
    ],
  });
});

test("a settled deployment is nothing to warn of", () => {
  const cohort = {
    name: "Museum",
    deviceCount: 0,
    deploymentCount: 1,
    activeDeployment: { ...landing, settled: true },
  };
  expect(removalWords(cohort).consequences).toEqual([
    "The cohort leaves the list and can no longer deploy. Its deployment and its link stay.",
    "It has no devices.",
  ]);
});
