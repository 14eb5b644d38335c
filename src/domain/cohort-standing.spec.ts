import { expect, test } from "vitest";
import { cohortStanding } from "./cohort-standing.ts";
import type { CohortId, DeploymentId } from "./ids.ts";
import { EMPTY_COUNTS } from "./counts.ts";
import type { DeploymentState } from "./deployment.ts";

function running(state: DeploymentState, settled: boolean) {
  const id = "65a1" as DeploymentId;
  return {
    id: "65b2" as CohortId,
    activeDeployment: { id, name: "2.4.1", state, settled, counts: EMPTY_COUNTS, startedAtMs: 0 },
  };
}

test.each([
  ["halted", false, "halted"],
  ["halted", true, "halted"],
  ["pending", false, "moving"],
  ["in-progress", false, "moving"],
  ["in-progress", true, "quiet"],
  ["paused", false, "quiet"],
  ["scheduled", false, "quiet"],
  ["cancelled", false, "quiet"],
  ["finished", true, "quiet"],
] as const)("a cohort whose deployment is %s, settled %s, is %s", (state, settled, standing) => {
  expect(cohortStanding(running(state, settled))).toBe(standing);
});

test("a cohort that never deployed is quiet", () => {
  expect(cohortStanding({})).toBe("quiet");
});
