import { expect, test } from "vitest";
import type { Cohort } from "#domain/cohort.ts";
import { EMPTY_COUNTS } from "#domain/counts.ts";
import type { DeploymentState } from "#domain/deployment.ts";
import type { DeploymentId } from "#domain/ids.ts";
import { soleCohort } from "./tally-goal.ts";

function running(name: string, state: DeploymentState, settled = false) {
  const id = `of ${name}` as DeploymentId;
  return { name, activeDeployment: { id, name: "Fixes", state, settled, counts: EMPTY_COUNTS, startedAtMs: 0 } };
}

const listed: readonly ({ name: string } & Pick<Cohort, "activeDeployment">)[] = [
  running("trucks", "halted"),
  running("settled", "in-progress", true),
  running("europe", "in-progress"),
  { name: "new arrivals" },
];

test("one halted rollout is led to", () => {
  expect(soleCohort("halted", { moving: 1, halted: 1, quiet: 2 }, listed)).toMatchObject({ name: "trucks" });
});

test("one that only waits for new devices does not move", () => {
  expect(soleCohort("moving", { moving: 1, halted: 1, quiet: 2 }, listed)).toMatchObject({ name: "europe" });
});

test("of several none is picked out", () => {
  expect(soleCohort("moving", { moving: 2, halted: 1, quiet: 2 }, listed)).toBeUndefined();
});

test("one that is not listed cannot be led to", () => {
  expect(soleCohort("halted", { moving: 0, halted: 1, quiet: 9 }, listed.slice(1))).toBeUndefined();
});
