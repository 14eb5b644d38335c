import { describe, expect, test } from "vitest";
import { days, hours } from "#lib/duration.ts";
import { cohortOf } from "./read-cohorts.ts";
import { stage, type Stage } from "./stage.ts";

const AFTER = { plan: { startPolicy: "after-current" } } as const;

/** What a cohort runs, by name and state. */
function active({ world, projectId, cohortId }: Stage) {
  const { activeDeployment } = cohortOf(world, projectId, cohortId) ?? {};
  return activeDeployment === undefined ? undefined : `${activeDeployment.name}: ${activeDeployment.state}`;
}

const states = ({ world, deployment }: Stage) => world.rollouts.map(({ id }) => deployment(id).state);

describe("what waits for its start", () => {
  test("is never the active one, whatever becomes of it", () => {
    const set = stage();
    const { world, act, fleet, deploy, travel, projectId } = set;
    fleet(5);
    const scheduled = deploy({ main: "2.0.0" }, { plan: { startAtMs: world.nowMs + hours(1) } });
    expect([active(set), states(set)]).toEqual([undefined, ["scheduled"]]);
    act({ kind: "cancel-deployment", projectId, deploymentId: scheduled, stopDownloads: false });
    expect([active(set), states(set)]).toEqual([undefined, ["cancelled"]]);
    deploy({ main: "3.0.0" });
    const queued = deploy({ main: "4.0.0" }, AFTER);
    expect([active(set), states(set)]).toEqual(["3.0.0: pending", ["cancelled", "pending", "queued"]]);
    act({ kind: "cancel-deployment", projectId, deploymentId: queued, stopDownloads: false });
    travel(days(1));
    expect([active(set), states(set)]).toEqual(["3.0.0: in-progress", ["cancelled", "in-progress", "cancelled"]]);
  });

  test("a start now leaves the queue as it is: the queued one comes after the new one", () => {
    const set = stage();
    const { fleet, deploy, substates, travel } = set;
    fleet(5);
    deploy({ main: "2.0.0" });
    const queued = deploy({ main: "3.0.0" }, AFTER);
    const now = deploy({ main: "4.0.0" });
    expect([active(set), states(set)]).toEqual(["4.0.0: pending", ["superseded", "queued", "pending"]]);
    travel(hours(6));
    expect([active(set), states(set)]).toEqual(["3.0.0: in-progress", ["superseded", "in-progress", "finished"]]);
    expect([substates(now), substates(queued)]).toEqual([{ verified: 5 }, { verified: 5 }]);
  });

  test("the one before it is cancelled: whoever waits there is aborted, and then it starts", () => {
    const set = stage();
    const { act, fleet, deploy, substates, projectId } = set;
    fleet(5);
    const first = deploy({ main: "2.0.0" });
    const second = deploy({ main: "3.0.0" }, AFTER);
    act({ kind: "cancel-deployment", projectId, deploymentId: first, stopDownloads: false });
    expect([active(set), states(set)]).toEqual(["3.0.0: pending", ["cancelled", "pending"]]);
    expect([substates(first), substates(second)]).toEqual([{ aborted: 5 }, { "waiting-offline": 5 }]);
  });

  test("one of a queue is cancelled: the others keep their order", () => {
    const set = stage();
    const { act, fleet, deploy, travel, projectId } = set;
    fleet(5);
    deploy({ main: "2.0.0" });
    const [second] = ["3.0.0", "4.0.0"].map((main) => deploy({ main }, AFTER));
    act({ kind: "cancel-deployment", projectId, deploymentId: second!, stopDownloads: false, reason: "No need." });
    travel(hours(6));
    expect([active(set), states(set)]).toEqual(["4.0.0: in-progress", ["finished", "cancelled", "in-progress"]]);
  });

  test("a halted predecessor holds the queue, until it goes on or is cancelled", () => {
    const set = stage({
      failPercent: 0,
      byReason: {},
      offlinePercent: 0,
      profiles: {},
      correlated: [{ version: "2.0.0", failPercent: 100, kind: "install-refused" }],
    });
    const { act, fleet, deploy, travel, projectId } = set;
    fleet(40);
    const bad = deploy({ main: "2.0.0" }, { plan: { preset: "standard" } });
    deploy({ main: "3.0.0" }, AFTER);
    travel(days(2));
    expect([active(set), states(set)]).toEqual(["2.0.0: halted", ["halted", "queued"]]);
    act({ kind: "cancel-deployment", projectId, deploymentId: bad, stopDownloads: true });
    expect([active(set), states(set)]).toEqual(["3.0.0: pending", ["cancelled", "pending"]]);
  });
});
