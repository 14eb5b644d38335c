import { describe, expect, test } from "vitest";
import { days, hours, minutes, seconds } from "#lib/duration.ts";
import { FLAWLESS } from "./simulation.ts";
import { stage, upload } from "./stage.ts";

describe("an all-at-once rollout", () => {
  test("reaches every device of the cohort, and says so as it goes", () => {
    const { fleet, deploy, deployment, travel } = stage();
    fleet(200);
    const id = deploy({ main: "2.0.0" });
    expect(deployment(id)).toMatchObject({ state: "pending", settled: false });
    travel(minutes(1));
    expect(deployment(id)).toMatchObject({ state: "in-progress", settled: false });
    travel(hours(1));
    expect(deployment(id)).toMatchObject({ state: "in-progress", settled: true });
    expect(deployment(id).counts).toMatchObject({ total: 200, substates: { verified: 200 } });
  });

  test("counts devices that run it already apart, and offers them nothing", () => {
    const { fleet, deploy, substates, rows } = stage();
    fleet(3);
    fleet(2, { versions: { main: "2.0.0" } });
    const id = deploy({ main: "2.0.0" });
    expect(substates(id)).toEqual({ "waiting-offline": 3, "already-installed": 2 });
    expect(
      rows(id)
        .filter(({ substate }) => substate === "already-installed")
        .map(({ attempt }) => attempt),
    ).toEqual([0, 0]);
  });

  test("sets devices apart for which no artifact fits", () => {
    const { act, fleet, projectId, cohortId, substates } = stage();
    const tagId = act({ kind: "create-tag", projectId, name: "region=eu" }).tagId!;
    fleet(2, { tagIds: [tagId] });
    fleet(3);
    const artifactIds = [act(upload(projectId, "main", "2.0.0", { tagIds: [tagId] })).artifactId!];
    const id = act({
      kind: "start-deployment",
      projectId,
      cohortId,
      request: { name: "EU", artifactIds },
    }).deploymentId!;
    expect(substates(id)).toEqual({ "waiting-offline": 2, "no-artifact": 3 });
  });

  test("takes packages one after the other, the main one last", () => {
    const { fleet, deploy, travel, target } = stage();
    const [device] = fleet(1);
    const id = deploy({ main: "2.0.0", modem: "3.0.0" });
    travel(hours(1));
    const { attempts, packages, substate } = target(id, device!);
    expect(substate).toBe("verified");
    expect(packages).toEqual([
      { packageId: "main", from: "1.0.0", to: "2.0.0" },
      { packageId: "modem", from: "1.0.0", to: "3.0.0" },
    ]);
    expect(attempts.map(({ steps }) => steps.map((step) => step.substate))).toEqual([
      [
        "offered",
        "downloading",
        "downloaded",
        "installing",
        "verifying",
        "downloading",
        "downloaded",
        "installing",
        "verifying",
        "verified",
      ],
    ]);
  });

  test("waits for devices that are away, and takes them when they are back", () => {
    const { fleet, deploy, travel, substates } = stage({ ...FLAWLESS, offlinePercent: 100 });
    fleet(300);
    const id = deploy({ main: "2.0.0" });
    travel(hours(1));
    expect(substates(id)["waiting-offline"]).toBeGreaterThan(50);
    travel(days(5));
    expect(substates(id)).toEqual({ verified: 300 });
  });
});

describe("membership", () => {
  test("a late joiner becomes a target of the open deployment", () => {
    const { act, fleet, cohortId, projectId, deploy, travel, deployment, cohort } = stage();
    fleet(2);
    const [late] = fleet(1, { cohortId: cohort("Elsewhere") });
    const id = deploy({ main: "2.0.0" });
    travel(hours(1));
    act({ kind: "assign-devices", projectId, cohortId, deviceIds: [late!] });
    expect(deployment(id)).toMatchObject({
      settled: false,
      counts: { total: 3, substates: { verified: 2, "waiting-offline": 1 } },
    });
    travel(hours(1));
    expect(deployment(id).counts.substates).toEqual({ verified: 3 });
  });

  test("a device that is taken out has left, and coming back it gets another attempt", () => {
    const { act, fleet, cohortId, projectId, deploy, travel, target } = stage();
    const [device] = fleet(1);
    const id = deploy({ main: "2.0.0" });
    travel(seconds(30));
    act({ kind: "assign-devices", projectId, cohortId: undefined, deviceIds: [device!] });
    expect(target(id, device!)).toMatchObject({ substate: "left-cohort", attempt: 1 });
    act({ kind: "assign-devices", projectId, cohortId, deviceIds: [device!] });
    travel(hours(2));
    expect(target(id, device!)).toMatchObject({ substate: "verified", attempt: 2 });
  });

  test.each(["disabled", "deleted"] as const)("a device that is %s is decommissioned", (how) => {
    const { act, fleet, projectId, deploy, substates } = stage();
    const [deviceId] = fleet(2);
    const id = deploy({ main: "2.0.0" });
    act(
      how === "deleted"
        ? { kind: "delete-device", projectId, deviceId: deviceId! }
        : { kind: "update-device", projectId, deviceId: deviceId!, change: { enabled: false } },
    );
    expect(substates(id)).toEqual({ "waiting-offline": 1, decommissioned: 1 });
  });

  test("a device nobody placed is taken by the oldest dynamic cohort that matches it", () => {
    const { act, projectId, world, fleet } = stage();
    const tagId = act({ kind: "create-tag", projectId, name: "beta" }).tagId!;
    const filter = { tagIds: [tagId], blueprintIds: [] };
    act({ kind: "create-cohort", projectId, name: "Beta", filter });
    act({ kind: "create-cohort", projectId, name: "Beta too", filter });
    act({ kind: "create-device", projectId, name: "one", hardwareIds: [], tagIds: [tagId] });
    fleet(1, { tagIds: [tagId] });
    expect(world.cohorts.map(({ name, deviceCount }) => [name, deviceCount])).toEqual([
      ["Pumps", 1],
      ["Beta", 1],
      ["Beta too", 0],
    ]);
  });
});

describe("a newer deployment", () => {
  test("takes over whom the old one has not begun to install on; the others finish the old one first", () => {
    const { external, ask, say, deploy, deployment, target } = stage();
    const [waiting, loading, installing] = ["waiting", "loading", "installing"].map((name) => external(name));
    const first = deploy({ main: "2.0.0" });
    for (const device of [loading, installing]) {
      say(device!, "IDLE 0 1.0.0");
      ask(device!);
      say(device!, "DOWNLOADING 0 1.0.0→2.0.0");
    }
    say(installing!, "DOWNLOADED 0 1.0.0→2.0.0", "UPDATING 0 1.0.0→2.0.0");
    const second = deploy({ main: "3.0.0" });
    const standing = (id: typeof first) => [waiting, loading, installing].map((device) => target(id, device!).substate);
    expect(deployment(first)).toMatchObject({ state: "superseded" });
    expect(standing(first)).toEqual(["superseded", "superseded", "installing"]);
    expect(standing(second)).toEqual(["waiting-offline", "waiting-offline", "waiting-deployment"]);
    expect(ask(installing!)).toBe(first);
    say(installing!, "UPDATING 1 2.0.0");
    expect(standing(first)).toEqual(["superseded", "superseded", "verified"]);
    expect(standing(second)).toEqual(["waiting-offline", "waiting-offline", "waiting-offline"]);
    expect(ask(installing!)).toBe(second);
  });

  test("a device that finishes the old version late is verified there, and stays offered here", () => {
    const { external, ask, say, deploy, target } = stage();
    const device = external("slow");
    const first = deploy({ main: "2.0.0" });
    say(device, "IDLE 0 1.0.0");
    ask(device);
    say(device, "DOWNLOADING 0 1.0.0→2.0.0");
    const second = deploy({ main: "3.0.0" });
    ask(device);
    say(device, "DOWNLOADED 0 1.0.0→2.0.0", "UPDATING 0 1.0.0→2.0.0", "UPDATING 1 2.0.0");
    expect([target(first, device).substate, target(second, device).substate]).toEqual(["verified", "offered"]);
    expect(target(first, device).attempts.at(-1)?.steps.at(-1)?.note).toBe("Reported after the target had ended.");
  });

  test("a device that failed in the old one and tries it again opens no attempt there while it is offered this one", () => {
    const { external, ask, say, deploy, target } = stage();
    const device = external("stubborn");
    const first = deploy({ main: "2.0.0" });
    say(device, "IDLE 0 1.0.0");
    ask(device);
    say(device, "DOWNLOADING 0 1.0.0→2.0.0", "DOWNLOADING 2 1.0.0→2.0.0");
    const second = deploy({ main: "3.0.0" });
    ask(device);
    say(device, "DOWNLOADING 0 1.0.0→2.0.0");
    expect([target(first, device).substate, target(second, device).substate]).toEqual(["rejected", "offered"]);
  });

  test("all simulated devices end up on it", () => {
    const { fleet, deploy, travel, substates } = stage();
    fleet(100);
    const first = deploy({ main: "2.0.0" });
    travel(seconds(5));
    const second = deploy({ main: "3.0.0" });
    travel(hours(3));
    expect(substates(second)).toEqual({ verified: 100 });
    expect(Object.keys(substates(first)).toSorted()).toEqual(["superseded", "verified"]);
  });

  test("sequence numbers grow strictly, also within one millisecond", () => {
    const { deploy, deployment } = stage();
    const [first, second] = [deploy({ main: "2.0.0" }), deploy({ main: "3.0.0" })].map((id) => deployment(id));
    expect((second?.sequenceNumber ?? 0n) > (first?.sequenceNumber ?? 0n)).toBe(true);
  });
});
