import { describe, expect, test } from "vitest";
import { minutes } from "#lib/duration.ts";
import type { DeviceId } from "#domain/ids.ts";
import type { Command } from "#mocks/engine/command.ts";
import { stage, type Stage } from "#mocks/engine/stage.ts";

/** What random histories found, each as short as it could be made. */

test("who timed out, and then turns out to have run the version all along, is no failure that halts", () => {
  const { world, ask, deploy, external, say, substates, travel } = stage();
  const device = external("silent so far");
  const id = deploy({ main: "2.0.0" }, { plan: { halt: { streak: 2 } } });
  ask(device);
  travel(minutes(45));
  expect(world.rollouts[0]?.watch.whole).toEqual({ started: 1, finished: 1, failed: 1, lost: 0 });
  ask(device);
  say(device, "IDLE 0 2.0.0");
  expect(substates(id)).toEqual({ "already-installed": 1 });
  expect(world.rollouts[0]?.watch).toMatchObject({ whole: { started: 0, finished: 0, failed: 0, lost: 0 }, run: [] });
});

describe("a device that is gone is no target of what starts because it is gone", () => {
  const ways: readonly (readonly [string, (set: Stage, deviceId: DeviceId) => Command])[] = [
    [
      "moved",
      ({ cohort, projectId }, deviceId) => {
        return { kind: "assign-devices", projectId, cohortId: cohort("Valves"), deviceIds: [deviceId] };
      },
    ],
    [
      "taken out",
      ({ projectId }, deviceId) => ({ kind: "assign-devices", projectId, cohortId: undefined, deviceIds: [deviceId] }),
    ],
    [
      "disabled",
      ({ projectId }, deviceId) => ({ kind: "update-device", projectId, deviceId, change: { enabled: false } }),
    ],
    ["deleted", ({ projectId }, deviceId) => ({ kind: "delete-device", projectId, deviceId })],
  ];

  test.each(ways)("%s", (_, how) => {
    const set = stage();
    const { world, act, ask, deploy, external, fleet, rows, travel } = set;
    fleet(2);
    const device = external("by hand");
    deploy({ main: "2.0.0" });
    ask(device);
    travel(minutes(5));
    const next = deploy({ main: "3.0.0" }, { plan: { startPolicy: "after-current" } });
    expect(world.rollouts[1]?.startedAtMs).toBeUndefined();
    act(how(set, device));
    expect(world.rollouts[1]?.startedAtMs).toBe(world.nowMs);
    expect(rows(next).map(({ name }) => name)).toEqual(["pump-000001", "pump-000002"]);
  });
});
