import { expect, test } from "vitest";
import type { ImpactChange } from "#domain/impact.ts";
import { isProblem } from "#domain/problem.ts";
import { impactOf } from "./read-impact.ts";
import { stage, upload, type Stage } from "./stage.ts";

/** Three members, one of which speaks for itself, and nothing deployed yet. */
function reviewed() {
  const set = stage();
  const { act, projectId, cohortId, external, fleet, world } = set;
  fleet(2);
  const deviceId = external("by hand");
  const artifactId = act(upload(projectId, "main", "2.0.0")).artifactId!;
  const impact = impactOf(world, projectId, cohortId, [artifactId]);
  if (isProblem(impact)) throw new Error(impact.message);
  return { ...set, deviceId, artifactId, impactHash: impact.impactHash };
}

const disable = ({ act, projectId, deviceId }: ReturnType<typeof reviewed>) =>
  void act({ kind: "update-device", projectId, deviceId, change: { enabled: false } });
const freeze = ({ act, projectId, cohortId }: Stage) =>
  void act({ kind: "freeze-cohort", projectId, cohortId, reason: "Trade fair" });
const yank = ({ act, projectId, artifactId }: ReturnType<typeof reviewed>) =>
  void act({ kind: "yank-artifact", projectId, artifactId, reason: "Boot loop" });
const startAnother = ({ deploy }: Stage) => void deploy({ main: "2.0.0" }, { name: "Faster" });

test.each<[string, (set: ReturnType<typeof reviewed>) => void, readonly ImpactChange[]]>([
  ["nothing", () => undefined, []],
  ["reports only", ({ say, deviceId }) => say(deviceId, "IDLE 0 1.0.0"), []],
  ["a device joined", ({ external }) => void external("new"), [{ kind: "membership", before: 3, after: 4 }]],
  ["one was disabled", disable, [{ kind: "membership", before: 3, after: 2 }]],
  ["the cohort was frozen", freeze, [{ kind: "frozen", reason: "Trade fair" }]],
  ["a version was yanked", yank, [{ kind: "artifacts", packages: ["main"] }]],
  ["another deployment started", startAnother, [{ kind: "active-deployment", name: "Faster" }]],
])("a start after a review says what changed meanwhile: %s", (_what, meanwhile, changes) => {
  const set = reviewed();
  meanwhile(set);
  const { attempt, projectId, cohortId, artifactId, impactHash } = set;
  const request = { name: "Next", artifactIds: [artifactId], impactHash };
  const outcome = attempt({ kind: "start-deployment", projectId, cohortId, request });
  expect(isProblem(outcome) ? outcome.facts : { changes: [] }).toEqual({ changes });
});

test("a start that was reviewed with other artifacts is refused too", () => {
  const { act, attempt, projectId, cohortId, impactHash } = reviewed();
  const artifactIds = [act(upload(projectId, "modem", "2.0.0")).artifactId!];
  const request = { name: "Next", artifactIds, impactHash };
  expect(attempt({ kind: "start-deployment", projectId, cohortId, request })).toMatchObject({
    problem: "stale",
    facts: { changes: [{ kind: "artifacts", packages: ["modem"] }] },
  });
});
