import { expect, test } from "vitest";
import { hours, minutes } from "#lib/duration.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import type { ConditionName } from "#domain/why-not.ts";
import { execute } from "./execute.ts";
import { whyNotOf } from "./read-why-not.ts";
import { FLAWLESS, type CorrelatedFailure } from "./simulation.ts";
import { stage } from "./stage.ts";

const BAD: CorrelatedFailure = { failPercent: 100, kind: "install-refused" };

/** Some devices under a plan, and why those wait that do, by the step that keeps them. */
function rollout(plan: PlanRequest, correlated: readonly CorrelatedFailure[] = []) {
  const set = stage({ ...FLAWLESS, correlated });
  const devices = set.fleet(200);
  const deploymentId = set.deploy({ main: "2.0.0" }, { plan });
  const waits = (): ReadonlyMap<ConditionName | undefined, string> =>
    new Map(
      devices.map((deviceId) => {
        const { failed, sentence } = whyNotOf(set.world, set.projectId, deploymentId, deviceId)!;
        return [failed, sentence];
      }),
    );
  return { ...set, deploymentId, devices, waits };
}

test("who is in a later phase is told what opens it", () => {
  const { travel, waits } = rollout({ preset: "urgent" });
  expect(waits().get("phase-open")).toBe("It is in phase 2 of 2 (All devices), which opens when phase 1 is done.");
  travel(minutes(14));
  expect(waits().get("phase-open")).toMatch(
    /^It is in phase 2 of 2 \(All devices\), which opens when the soak of phase 1 is over, at 2026-01-05 08:2\d UTC\.$/,
  );
});

test("a device waits for the deployment of its cohort that has not started, and for none of another cohort", () => {
  const { cohort, deploymentId, devices, fleet, projectId, world } = rollout({ startAtMs: Date.UTC(2026, 0, 6) });
  const why = (deviceId: (typeof devices)[number]) => whyNotOf(world, projectId, deploymentId, deviceId)!;
  expect(why(devices[0]!)).toMatchObject({
    failed: "deployment-open",
    sentence: expect.stringContaining("has not started yet"),
  });
  const [valve] = fleet(1, { cohortId: cohort("Valves") });
  expect(why(valve!).failed).toBe("has-deployment");
});

test("a phase that waits for a person says so", () => {
  const { deploymentId, devices, projectId, travel, world } = rollout({ preset: "careful" });
  travel(hours(30));
  const sentences = new Set(devices.map((deviceId) => whyNotOf(world, projectId, deploymentId, deviceId)!.sentence));
  expect(sentences).toContain("It is in phase 2 of 5 (5 %), which opens when somebody promotes phase 1.");
  expect(sentences).toContain("It is in phase 5 of 5 (All devices), which opens when phase 4 is done.");
});

test("who waits for a slot is told how many there are", () => {
  const phases = [
    {
      name: "All",
      size: { percent: 100 },
      promote: "auto" as const,
      soakMinutes: 0,
      successPercent: 90,
      minTerminal: 20,
      maxInFlight: { count: 4 },
    },
  ];
  const { travel, waits } = rollout({ phases });
  travel(minutes(1));
  expect(waits().get("slot-free")).toBe("At most 4 devices may be updating at once, and as many are.");
});

test("a pause names who paused and why, a halt its rule", () => {
  const { deploymentId, projectId, waits, world } = rollout({ preset: "urgent" });
  execute(
    world,
    { kind: "pause-deployment", projectId, deploymentId, reason: "Storm" },
    { actor: "ada@example.com", atMs: world.nowMs },
  );
  expect(waits().get("deployment-open")).toBe(
    "The deployment was paused by ada@example.com (Storm), so it makes no offers.",
  );
  const bad = rollout({ preset: "urgent" }, [BAD]);
  bad.travel(hours(1));
  expect(bad.waits().get("deployment-open")).toBe(
    "The deployment was halted because 3 devices failed in a small phase: it makes no offers until somebody resumes it.",
  );
});

test("who waits after a failed attempt is told until when", () => {
  const { travel, waits } = rollout({}, [BAD]);
  travel(minutes(3));
  expect(waits().get("not-in-backoff")).toMatch(
    /^It waits until 2026-01-05 08:0\d UTC, because attempt 1 of 3 failed \(install failed\)\.$/,
  );
});

test("outside the hours the next ones are told", () => {
  const set = stage(FLAWLESS);
  const [device] = set.fleet(1);
  const { act, projectId, cohortId, world } = set;
  const artifactId = set.deploy({ main: "2.0.0" }) && [...world.projects[0]!.artifacts.keys()][0]!;
  const window = { days: [1, 2, 3, 4, 5, 6, 7], from: "22:00", to: "23:00", zone: "UTC" };
  const { deploymentId } = act({
    kind: "start-deployment",
    projectId,
    cohortId,
    request: { name: "At night", artifactIds: [artifactId], plan: { window } },
    window: { open: false, nextAtMs: world.nowMs + hours(14) },
  });
  expect(whyNotOf(world, projectId, deploymentId!, device!)).toMatchObject({
    failed: "inside-window",
    sentence: "Offers are made from 22:00 to 23:00 (UTC): next at 2026-01-05 22:00 UTC.",
  });
});
