import { describe, expect, test } from "vitest";
import { decodeArtifact } from "./artifact.ts";
import { decodeCohort } from "./cohort.ts";
import { decodeDeployment } from "./deployment.ts";
import { decodeDevice } from "./device.ts";
import artifact from "./examples/artifact.json";
import cohort from "./examples/cohort.json";
import deployment from "./examples/deployment.json";
import device from "./examples/device.json";
import impact from "./examples/impact.json";
import pulse from "./examples/pulse.json";
import targetRow from "./examples/target-row.json";
import { decodeImpact } from "./impact.ts";
import { decodePulse } from "./rollout.ts";
import { decodeTargetRow } from "./target.ts";

const without = (body: object, field: string) =>
  Object.fromEntries(Object.entries(body).filter(([key]) => key !== field));

describe("a missing field is named by its path", () => {
  test.each([
    ["deployment.createdAt is missing", () => decodeDeployment(without(deployment, "createdAt"))],
    ["deployment.deploymentId is missing", () => decodeDeployment(without(deployment, "deploymentId"))],
    ["deployment.cohortId is missing", () => decodeDeployment(without(deployment, "cohortId"))],
    ["deployment.artifactIds is missing", () => decodeDeployment(without(deployment, "artifactIds"))],
    ["cohort.name is missing", () => decodeCohort(without(cohort, "name"))],
    [
      "cohort.activeDeployment.counts.total is missing",
      () => decodeCohort({ ...cohort, activeDeployment: { ...cohort.activeDeployment, counts: {} } }),
    ],
    ["artifact.size is missing", () => decodeArtifact(without(artifact, "size"))],
    ["device.id is missing", () => decodeDevice(without(device, "id"))],
    ["target.packages.0.to is missing", () => decodeTargetRow({ ...targetRow, packages: [{ packageId: "main" }] })],
    [
      "pulse.changedRows.0.deviceId is missing",
      () => decodePulse({ ...pulse, changedRows: [without(targetRow, "deviceId")] }),
    ],
    ["impact.overall is missing", () => decodeImpact(without(impact, "overall"))],
  ])("%s", (message, decode) => {
    expect(decode).toThrow(message);
  });
});

describe("a wrong field is named with what it should be", () => {
  test.each([
    ["deployment.createdAt is not an RFC 3339 instant", { createdAt: "yesterday" }],
    ["deployment.sequenceNumber is not a 64-bit number", { sequenceNumber: "12e3" }],
    ["deployment.deploymentId is not an id", { deploymentId: "" }],
    ["deployment.artifactIds.1 is 7 where string is due", { artifactIds: ["a", 7] }],
    ['deployment.settled is "yes" where boolean is due', { settled: "yes" }],
  ])("%s", (message, wrong) => {
    expect(() => decodeDeployment({ ...deployment, ...wrong })).toThrow(message);
  });

  test.each(["-1", "1.5", "many", "99999999999999999999"])("an artifact of %s bytes", (size) => {
    expect(() => decodeArtifact({ ...artifact, size })).toThrow("artifact.size is not a number of bytes");
  });
});
