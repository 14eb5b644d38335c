import { describe, expect, test } from "vitest";
import { days, hours, minutes } from "#lib/duration.ts";
import { FLAWLESS } from "./simulation.ts";
import { stage } from "./stage.ts";

describe("a hold in a backoff", () => {
  test.each([
    ["before its end: it waits for that", minutes(1), "backoff"],
    ["after it: nothing but the device is waited for", hours(7), "waiting-offline"],
  ] as const)("is no end of it; released %s", (_when, heldFor, substate) => {
    const { act, fleet, deploy, substates, target, travel, projectId } = stage({
      ...FLAWLESS,
      failPercent: 100,
      byReason: { "install-refused": 1 },
    });
    const [deviceId] = fleet(1);
    const deploymentId = deploy({ main: "2.0.0" });
    const one = { projectId, deploymentId, deviceId: deviceId! } as const;
    while (substates(deploymentId).backoff === undefined) travel(minutes(1));
    act({ kind: "hold-target", ...one });
    expect(substates(deploymentId)).toEqual({ held: 1 });
    travel(heldFor);
    expect(target(deploymentId, deviceId!)).toMatchObject({ substate: "held", attempt: 1 });
    act({ kind: "release-target", ...one });
    expect(target(deploymentId, deviceId!)).toMatchObject({ substate, attempt: 1 });
    travel(days(2));
    expect(target(deploymentId, deviceId!).attempt).toBeGreaterThan(1);
  });

  test("who fails while held waits for the end of that backoff too, once released", () => {
    const { act, external, ask, say, deploy, target, projectId, travel } = stage();
    const device = external("one");
    const deploymentId = deploy({ main: "2.0.0" });
    const one = { projectId, deploymentId, deviceId: device } as const;
    say(device, "IDLE 0 1.0.0");
    ask(device);
    act({ kind: "hold-target", ...one });
    say(device, "DOWNLOADING 0 1.0.0→2.0.0", "DOWNLOADING 8 1.0.0→2.0.0");
    act({ kind: "release-target", ...one });
    ask(device);
    const { waitsUntilMs = 0, ...waiting } = target(deploymentId, device);
    expect(waiting).toMatchObject({ substate: "backoff", attempt: 1 });
    // 5 minutes, give or take a fifth.
    expect(Math.abs(waitsUntilMs - waiting.sinceMs - minutes(5))).toBeLessThanOrEqual(minutes(1));
    travel(minutes(7));
    ask(device);
    expect(target(deploymentId, device)).toMatchObject({ substate: "offered", attempt: 2 });
  });
});
