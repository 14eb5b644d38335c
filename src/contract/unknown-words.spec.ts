import { expect, test } from "vitest";
import { decodeCapabilities } from "./capabilities.ts";
import { decodeCohort } from "./cohort.ts";
import { decodeDeployment } from "./deployment.ts";
import { decodeDevice } from "./device.ts";
import audit from "./examples/audit.json";
import cohort from "./examples/cohort.json";
import deployment from "./examples/deployment.json";
import deploymentEvents from "./examples/deployment-events.json";
import device from "./examples/device.json";
import pulse from "./examples/pulse.json";
import target from "./examples/target.json";
import targetRow from "./examples/target-row.json";
import whyNot from "./examples/why-not.json";
import { encodeDeployment } from "./deployment.ts";
import { decodeAuditPage } from "./audit.ts";
import { decodeDeploymentEvents } from "./deployment-event.ts";
import { decodePulse } from "./rollout.ts";
import { decodeTarget, decodeTargetRow } from "./target.ts";
import { decodeWhyNot } from "./why-not.ts";

test("a target in a bucket nobody knows stays in progress and keeps both words", () => {
  const row = decodeTargetRow({ ...targetRow, bucket: "quarantined", substate: "in-isolation" });
  expect(row).toMatchObject({ bucket: "in-progress", substate: "offered", rawReason: "quarantined: in-isolation" });
});

test.each([
  ["pending", "waiting-slot"],
  ["in-progress", "offered"],
  ["succeeded", "verified"],
  ["failed", "install-failed"],
  ["cancelled", "aborted"],
])("a substate nobody knows stays in its bucket %s as %s and keeps its word", (bucket, substate) => {
  const row = decodeTargetRow({ ...targetRow, bucket, substate: "of-another-day" });
  expect(row).toMatchObject({ bucket, substate, rawReason: "of-another-day" });
});

test("a substate in the wrong bucket is as unknown as any other word", () => {
  const row = decodeTargetRow({ ...targetRow, bucket: "pending", substate: "verified" });
  expect(row).toMatchObject({ bucket: "pending", substate: "waiting-slot", rawReason: "verified" });
});

test("a step nobody knows keeps its word as its note", () => {
  const steps = [{ substate: "warming-up", at: "2026-11-20T08:00:00.000Z" }];
  const { attempts } = decodeTarget({ ...target, attempts: [{ number: 1, steps }] });
  expect(attempts[0]?.steps[0]).toEqual({ substate: "offered", atMs: 1795161600000, note: "warming-up" });
});

test("counts of an unknown bucket go to In Progress, so that the buckets still sum to the total", () => {
  const counts = { ...pulse.counts, total: 14, buckets: { ...pulse.counts.buckets, quarantined: 3 } };
  expect(decodePulse({ ...pulse, counts }).counts.buckets).toEqual({
    pending: 2,
    "in-progress": 4,
    succeeded: 7,
    failed: 1,
    cancelled: 0,
  });
});

test("counts of an unknown substate are left out", () => {
  const counts = { ...pulse.counts, substates: { verified: 6, "of-another-day": 1 } };
  expect(decodePulse({ ...pulse, counts }).counts.substates).toEqual({ verified: 6 });
});

test("a deployment state nobody knows is shown as in progress and goes back out as it came", () => {
  const decoded = decodeDeployment({ ...deployment, state: "hibernating" });
  expect(decoded).toMatchObject({ state: "in-progress", rawState: "hibernating" });
  expect(encodeDeployment(decoded).state).toBe("hibernating");
});

test("a kind of cohort, a preset and a type nobody knows have a safe stand-in", () => {
  expect(decodeCohort({ ...cohort, kind: "federated" }).kind).toBe("manual");
  const plan = { ...deployment.plan, preset: "yolo", startPolicy: "at-dawn", targeting: "guess" };
  expect(decodeDeployment({ ...deployment, plan }).plan).toMatchObject({
    preset: "custom",
    startPolicy: "now",
    targeting: "continuous",
  });
});

test("a condition nobody knows is left out of the checklist; the verdict stands", () => {
  const conditions = [{ name: "moon-phase", outcome: "failed", sentence: "Wait for the moon." }, ...whyNot.conditions];
  const decoded = decodeWhyNot({ ...whyNot, failed: "moon-phase", sentence: "Wait for the moon.", conditions });
  expect(decoded.failed).toBeUndefined();
  expect(decoded.sentence).toBe("Wait for the moon.");
  expect(decoded.conditions.map(({ name }) => name)).toEqual(["enabled", "deployment-open", "slot-free"]);
});

test("a capability nobody knows is left out", () => {
  expect(decodeCapabilities({ capabilities: ["pulse", "teleport"] })).toEqual(["pulse"]);
});

test("a report state and a reason nobody knows are kept as they came", () => {
  const update = { main: { package: "main", state: "WARMING", stateCode: "9", reasonCode: "77" } };
  const { reports } = decodeDevice({ ...device, metadata: { ...device.metadata, update } });
  expect(reports).toEqual([{ packageId: "main", rawState: "WARMING", reason: 77, atMs: 1795248000000 }]);
});

test("keys from outside may be called like parts of a prototype", () => {
  const metadata: unknown = JSON.parse(
    '{"update":{"__proto__":{"version":"1.0.0"},"constructor":{"version":"2.0.0"}}}',
  );
  const { reports } = decodeDevice({ ...device, metadata });
  expect(reports.map(({ packageId, version }) => [packageId, version])).toEqual([
    ["__proto__", "1.0.0"],
    ["constructor", "2.0.0"],
  ]);
});

test("an entry of a log that nobody knows is left out; a substate nobody knows keeps its word", () => {
  const [started, failed, halted] = deploymentEvents.list;
  const list = [
    { ...started, kind: "weather" },
    { ...failed, substate: "of-another-day", note: undefined },
    { ...halted, what: "x" },
  ];
  expect(decodeDeploymentEvents({ list, next: 3 })).toEqual({
    list: [expect.objectContaining({ position: 2, substate: "install-failed", note: "of-another-day" })],
    next: 3,
  });
});

test("an audited object of a kind nobody knows is left out, the act stays", () => {
  const [entry] = audit.list;
  const objects = [{ kind: "spaceship", id: "x" }, ...(entry?.objects ?? [])];
  const { list } = decodeAuditPage({ list: [{ ...entry, objects }] });
  expect(list[0]).toMatchObject({ act: "freeze-cohort", objects: [{ kind: "cohort" }] });
});
