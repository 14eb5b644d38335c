import { expect, test } from "vitest";
import { hours } from "#lib/duration.ts";
import type { DeviceId } from "#domain/ids.ts";
import { isProblem } from "#domain/problem.ts";
import { listOtaEvents } from "./read-ota-events.ts";
import { refusalOf, stage } from "./stage.ts";

test("a device over HTTP that says what a simulated one says ends in the same state, by the same steps", () => {
  const { world, projectId, fleet, external, ask, say, deploy, travel, target, attempt } = stage();
  const [simulated] = fleet(1);
  const spoken = external("over http");
  say(spoken, "IDLE 0 1.0.0");
  const id = deploy({ main: "2.0.0" });
  expect(ask(spoken)).toBe(id);
  const [component] = world.rollouts[0]!.components;
  const bytes = attempt({
    kind: "fetch-bytes",
    deviceId: spoken,
    packageId: component!.component.packageId,
    version: "2.0.0",
  });
  expect(isProblem(bytes) ? bytes : bytes.facts.artifactId).toBe(component!.component.artifactIds[0]);
  say(spoken, "DOWNLOADING 0 1.0.0→2.0.0", "DOWNLOADED 0 1.0.0→2.0.0", "UPDATING 0 1.0.0→2.0.0", "UPDATING 1 2.0.0");
  ask(spoken);
  say(spoken, "IDLE 0 2.0.0", "IDLE 0 2.0.0");
  travel(hours(1));
  expect(lifeOf(spoken)).toEqual(lifeOf(simulated!));
  expect(wordsOf(spoken).slice(1)).toEqual(wordsOf(simulated!));

  function lifeOf(deviceId: DeviceId) {
    const { substate, bucket, attempts, packages } = target(id, deviceId);
    return { substate, bucket, packages, steps: attempts.map(({ steps }) => steps.map((step) => step.substate)) };
  }
  function wordsOf(deviceId: DeviceId) {
    const { list } = listOtaEvents(world, projectId, { limit: 100, deviceId });
    return list
      .toReversed()
      .map(({ eventType, status, currentVersion, targetVersion }) => [
        eventType,
        status,
        currentVersion,
        targetVersion,
      ]);
  }
});

test("a seeded device that speaks over HTTP is never acted for again", () => {
  const { fleet, ask, deploy, travel, target } = stage();
  const [device] = fleet(1);
  const id = deploy({ main: "2.0.0" });
  ask(device!);
  travel(hours(5));
  expect(target(id, device!).attempts.flatMap(({ steps }) => steps.map((step) => step.substate))).not.toContain(
    "downloading",
  );
});

test("an unknown device is not found, a disabled one forbidden", () => {
  const { act, attempt, external, projectId } = stage();
  const deviceId = external("one");
  act({ kind: "update-device", projectId, deviceId, change: { enabled: false } });
  expect(refusalOf(attempt({ kind: "ask", deviceId })).problem).toBe("forbidden");
  expect(refusalOf(attempt({ kind: "ask", deviceId: "f".repeat(24) as DeviceId })).problem).toBe("not-found");
  act({ kind: "delete-device", projectId, deviceId });
  expect(refusalOf(attempt({ kind: "ask", deviceId })).problem).toBe("not-found");
});

test("numbers that no table knows are kept as they came and change nothing", () => {
  const { external, ask, say, act, world, projectId, deploy, target } = stage();
  const deviceId = external("odd");
  const id = deploy({ main: "2.0.0" });
  say(deviceId, "IDLE 0 1.0.0");
  ask(deviceId);
  const packageId = world.rollouts[0]!.components[0]!.component.packageId;
  act({ kind: "report", deviceId, report: { packageId, state: 9, reason: 77, version: "1.0.0", target: "2.0.0" } });
  expect(target(id, deviceId)).toMatchObject({ substate: "offered", rawReason: "state 9, reason 77" });
  expect(listOtaEvents(world, projectId, { limit: 1 }).list[0]).toMatchObject({ eventType: "STATE 9", status: 77 });
});

test("bytes are served only of what the device was told", () => {
  const { external, attempt, deploy, world } = stage();
  const deviceId = external("one");
  deploy({ main: "2.0.0" });
  const packageId = world.rollouts[0]!.components[0]!.component.packageId;
  expect(refusalOf(attempt({ kind: "fetch-bytes", deviceId, packageId, version: "2.0.0" })).problem).toBe("not-found");
});

test("what a seeded device is refused leaves it to the engine, since no log tells of it", () => {
  const { fleet, deploy, travel, attempt, substates, projectId, world } = stage();
  const [device] = fleet(1);
  const packageId = [...world.projectsById.get(projectId)!.packages.keys()][0]!;
  refusalOf(attempt({ kind: "fetch-bytes", deviceId: device!, packageId, version: "9.9.9" }));
  refusalOf(attempt({ kind: "report", deviceId: device!, report: { packageId, state: 2 ** 40, reason: 0 } }));
  const id = deploy({ main: "2.0.0" });
  travel(hours(5));
  expect(substates(id)).toEqual({ verified: 1 });
});
