import { expect, test } from "vitest";
import { isProblem } from "#domain/problem.ts";
import type { DeviceId, TagId } from "#domain/ids.ts";
import { desiredOf } from "./read-desired.ts";
import { stage, upload, type Stage } from "./stage.ts";

/** The hash of what a device is told to run. */
function told({ world }: Stage, deviceId: DeviceId): readonly string[] {
  const desired = desiredOf(world, deviceId);
  if (isProblem(desired) || desired === "nothing") return [];
  return desired.components.map(({ artifact }) => artifact.sha256);
}

/** Two variants of `main` 2.0.0: for everybody, and for devices with a tag. One device, which runs 1.0.0. */
function variants() {
  const set = stage();
  const { act, projectId, external, say } = set;
  const tagId = act({ kind: "create-tag", projectId, name: "rev-b" }).tagId!;
  const forAll = { ...upload(projectId, "main", "2.0.0"), sha256: "for all" };
  const forTagged = { ...upload(projectId, "main", "2.0.0", { tagIds: [tagId] }), sha256: "for rev-b" };
  const artifactIds = [act(forAll).artifactId!, act(forTagged).artifactId!];
  const deviceId = external("by hand");
  say(deviceId, "IDLE 0 1.0.0");
  const tagged = (tagIds: readonly TagId[]) =>
    void act({ kind: "update-device", projectId, deviceId, change: { tagIds } });
  return { set, deviceId, tagId, tagged, artifactIds };
}

test("a device in the middle of an update is told the same bytes after its tags have changed", () => {
  const { set, deviceId, tagId, tagged, artifactIds } = variants();
  set.deploy({}, { name: "Two", artifactIds });
  set.ask(deviceId);
  tagged([tagId]);
  expect(told(set, deviceId)).toEqual(["for all"]);
  set.say(deviceId, "DOWNLOADING 0 1.0.0→2.0.0", "DOWNLOADED 0 1.0.0→2.0.0", "UPDATING 0 1.0.0→2.0.0", "IDLE 0 2.0.0");
  expect(told(set, deviceId)).toEqual(["for all"]);
});

test("a device that was not offered anything yet is offered what fits it now", () => {
  const { set, deviceId, tagId, tagged, artifactIds } = variants();
  set.deploy({}, { name: "Two", artifactIds });
  tagged([tagId]);
  set.ask(deviceId);
  expect(told(set, deviceId)).toEqual(["for rev-b"]);
});

test("the next attempt is offered what fits by then", () => {
  const { set, deviceId, tagId, tagged, artifactIds } = variants();
  set.deploy({}, { name: "Two", artifactIds });
  set.ask(deviceId);
  tagged([tagId]);
  set.say(deviceId, "DOWNLOADING 5 1.0.0→2.0.0", "IDLE 0 1.0.0→2.0.0", "IDLE 11 1.0.0→2.0.0");
  set.travel(600_000);
  set.ask(deviceId);
  expect(told(set, deviceId)).toEqual(["for rev-b"]);
});

test("a device that has an update is told it still, though the update asks for an older version", () => {
  const set = stage();
  const { act, projectId, external, ask, say, substates, deploy } = set;
  const older = { ...upload(projectId, "main", "2.0.0"), requires: { main: "<2.0.0" } };
  const artifactIds = [act(older).artifactId!];
  const deviceId = external("by hand");
  say(deviceId, "IDLE 0 1.0.0");
  const deploymentId = deploy({}, { name: "Two", artifactIds });
  ask(deviceId);
  say(deviceId, "DOWNLOADING 0 1.0.0→2.0.0", "DOWNLOADED 0 1.0.0→2.0.0", "UPDATING 0 1.0.0→2.0.0", "UPDATING 1 2.0.0");
  ask(deviceId);
  expect(told(set, deviceId)).toEqual(["main@2.0.0"]);
  say(deviceId, "IDLE 0 2.0.0", "IDLE 0 2.0.0");
  expect(substates(deploymentId)).toEqual({ verified: 1 });
  expect(told(set, deviceId)).toEqual(["main@2.0.0"]);
  expect(set.target(deploymentId, deviceId).artifactIds).toEqual(artifactIds);
});
