import { describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import { desiredOf } from "./read-desired.ts";
import { whyNotOf } from "./read-why-not.ts";
import { refusalOf, stage } from "./stage.ts";

describe("control", () => {
  test("cancel the rest: who waits is aborted, who has begun may finish", () => {
    const { act, external, ask, say, deploy, projectId, target, deployment } = stage();
    const [waiting, busy] = [external("waiting"), external("busy")];
    const id = deploy({ main: "2.0.0" });
    say(busy, "IDLE 0 1.0.0");
    ask(busy);
    act({ kind: "cancel-deployment", projectId, deploymentId: id, stopDownloads: false });
    expect(deployment(id)).toMatchObject({ state: "cancelled", settled: false });
    say(busy, "DOWNLOADING 0 1.0.0→2.0.0", "UPDATING 0 1.0.0→2.0.0", "UPDATING 1 2.0.0");
    expect([target(id, waiting).substate, target(id, busy).substate]).toEqual(["aborted", "verified"]);
    expect(ask(waiting)).toBeUndefined();
  });

  test("stop the downloads: blocks are refused, and simulated devices go back to rest", () => {
    const { act, world, fleet, deploy, travel, projectId, substates, attempt, external, ask, say } = stage();
    fleet(50);
    const device = external("over http");
    const id = deploy({ main: "2.0.0" });
    say(device, "IDLE 0 1.0.0");
    ask(device);
    travel(seconds(5));
    act({ kind: "cancel-deployment", projectId, deploymentId: id, stopDownloads: true });
    const fetch = {
      kind: "fetch-bytes",
      deviceId: device,
      packageId: world.rollouts[0]!.components[0]!.component.packageId,
      version: "2.0.0",
    } as const;
    expect(refusalOf(attempt(fetch))).toMatchObject({ problem: "forbidden" });
    travel(hours(2));
    expect(Object.keys(substates(id)).filter((substate) => substate !== "verified")).toEqual(["aborted"]);
  });

  test("complete: who waits has expired, and nobody joins any more", () => {
    const { act, fleet, external, cohort, cohortId, deploy, projectId, substates, deployment } = stage();
    fleet(2);
    const late = external("late", cohort("Elsewhere"));
    const id = deploy({ main: "2.0.0" });
    act({ kind: "complete-deployment", projectId, deploymentId: id });
    act({ kind: "assign-devices", projectId, cohortId, deviceIds: [late] });
    expect(deployment(id)).toMatchObject({ state: "finished", settled: true, counts: { total: 2 } });
    expect(substates(id)).toEqual({ expired: 2 });
  });

  test.each(["cancel-deployment", "complete-deployment"] as const)("%s once more is refused", (kind) => {
    const { act, attempt, deploy, projectId } = stage();
    const command = { kind, projectId, deploymentId: deploy({ main: "2.0.0" }), stopDownloads: false };
    act(command);
    expect(refusalOf(attempt(command)).problem).toBe("conflict");
  });

  test("the control revision moves with acts and states, not with counts or the first offer", () => {
    const { fleet, deploy, deployment, travel, act, projectId } = stage();
    fleet(20);
    const id = deploy({ main: "2.0.0" });
    const seen = [deployment(id).controlRevision];
    travel(minutes(1));
    seen.push(deployment(id).controlRevision);
    travel(hours(1));
    seen.push(deployment(id).controlRevision);
    act({ kind: "complete-deployment", projectId, deploymentId: id });
    seen.push(deployment(id).controlRevision);
    expect(seen).toEqual(["1", "1", "1", "2"]);
  });
});

describe("what a device is told", () => {
  test("nothing before it is offered, its manifest from then on, and also when it is done", () => {
    const { world, external, ask, say, deploy } = stage();
    const device = external("one");
    const id = deploy({ main: "2.0.0" });
    const told = () => {
      const desired = desiredOf(world, device);
      return typeof desired === "object" && "deployment" in desired ? desired.deployment.id : desired;
    };
    say(device, "IDLE 0 1.0.0");
    expect(told()).toBe("nothing");
    expect(ask(device)).toBe(id);
    expect(told()).toBe(id);
    say(device, "UPDATING 0 1.0.0→2.0.0", "UPDATING 1 2.0.0");
    expect(told()).toBe(id);
    deploy({ main: "3.0.0" });
    expect(told()).toBe("nothing");
  });

  test("why not names the step that is in the way", () => {
    const { world, act, external, deploy, projectId } = stage();
    const device = external("one");
    const id = deploy({ main: "2.0.0" });
    expect(whyNotOf(world, projectId, id, device)?.failed).toBeUndefined();
    act({ kind: "cancel-deployment", projectId, deploymentId: id, stopDownloads: false });
    expect(whyNotOf(world, projectId, id, device)).toMatchObject({
      failed: "deployment-open",
      sentence: "The deployment was cancelled, so it makes no offers.",
    });
  });
});
