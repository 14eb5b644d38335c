import { expect, test } from "vitest";
import { minutes } from "#lib/duration.ts";
import { deviceOf } from "./read-devices.ts";
import { stage } from "./stage.ts";

test("a device tells of a change of cohort that is to come, until it comes or is taken back", () => {
  const { world, act, projectId, cohort, cohortId, fleet, travel } = stage();
  const [moved, removed, kept] = fleet(3);
  const valves = cohort("Valves");
  const effectiveAtMs = world.nowMs + minutes(1);
  act({ kind: "assign-devices", projectId, cohortId: valves, deviceIds: [moved!, kept!], effectiveAtMs });
  act({ kind: "assign-devices", projectId, cohortId: undefined, deviceIds: [removed!], effectiveAtMs });
  act({ kind: "withdraw-membership", projectId, deviceId: kept! });
  const told = () =>
    [moved, removed, kept].map((deviceId) => {
      const device = deviceOf(world, projectId, deviceId!)!;
      return [device.cohortId, device.pendingMembership];
    });
  expect(told()).toEqual([
    [cohortId, { cohortId: valves, effectiveAtMs }],
    [cohortId, { effectiveAtMs }],
    [cohortId, undefined],
  ]);
  travel(minutes(1));
  expect(told()).toEqual([
    [valves, undefined],
    [undefined, undefined],
    [cohortId, undefined],
  ]);
});
