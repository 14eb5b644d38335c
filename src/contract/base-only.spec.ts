import { expect, test } from "vitest";
import { decodeArtifact } from "./artifact.ts";
import { decodeCohort, decodeCohortPage } from "./cohort.ts";
import { decodeDeployment } from "./deployment.ts";
import { decodeDevice, decodeDevicePage } from "./device.ts";
import cohort from "./examples/cohort-base.json";
import deployment from "./examples/deployment-base.json";
import device from "./examples/device-base.json";
import { decodePackage } from "./package.ts";
import type { CohortId } from "#domain/ids.ts";

const cohortId = "667308f8c466486b3e929041" as CohortId;

test("a deployment of Golioth's own API is known by name, artifacts and date; nothing of it is known to move", () => {
  const decoded = decodeDeployment(deployment, cohortId);
  expect(decoded).toMatchObject({
    id: "667308f8c466486b3e92a001",
    cohortId: "667308f8c466486b3e929041",
    name: "November firmware",
    createdAtMs: 1727250577695,
    settled: true,
    components: [],
    counts: { total: 0 },
    plan: { preset: "all-at-once", targeting: "continuous" },
  });
  expect(decoded).not.toHaveProperty("sequenceNumber");
  expect(decoded).not.toHaveProperty("createdBy");
  expect(decoded).not.toHaveProperty("rawState");
});

test("a cohort of Golioth's own API names its active deployment by id only", () => {
  const decoded = decodeCohort(cohort);
  expect(decoded).toMatchObject({
    name: "Sensors",
    deviceCount: 11,
    kind: "manual",
    activeDeploymentId: "667308f8c466486b3e92a001",
    deploymentCount: 1,
    protected: false,
    archived: false,
  });
  expect(decoded).not.toHaveProperty("activeDeployment");
});

test("a cohort that nothing was deployed to has no active deployment, be its id left out or empty", () => {
  expect(decodeCohort({ ...cohort, activeDeploymentId: "" })).toMatchObject({ deploymentCount: 0 });
  expect(decodeCohort({ ...cohort, activeDeploymentId: "" })).not.toHaveProperty("activeDeploymentId");
});

test("a device of Golioth's own API has nulls where it has nothing, and text where others have numbers", () => {
  expect(decodeDevice(device)).toEqual({
    id: "667308f8c466486b3e929069",
    name: "truck-0042",
    hardwareIds: ["20240619163608-esp32"],
    tagIds: [],
    enabled: true,
    heartbeatMinutes: 60,
    reports: [
      {
        packageId: "main",
        version: "1.0.6",
        target: "1.0.7",
        state: "idle",
        rawState: "IDLE",
        reason: 0,
        atMs: 1762719819113,
      },
    ],
    lastSeenAtMs: 1762719820000,
    createdAtMs: 1761955200000,
    updatedAtMs: 1761955200000,
  });
});

test("a device that was never heard of has no last contact", () => {
  expect(decodeDevice({ id: "d", name: "new", createdAt: "2025-11-01T00:00:00Z" })).not.toHaveProperty("lastSeenAtMs");
});

test("hash and type of an artifact come from its binary info where there are no fields of ours", () => {
  const binaryInfo = { type: "mcuboot", size: 354531, digests: { sha256: { digest: "4ece", size: 32 } } };
  const wire = {
    id: "a",
    package: "main",
    version: "1.0.6",
    size: "354531",
    createdAt: "2025-11-01T00:00:00Z",
    binaryInfo,
  };
  expect(decodeArtifact(wire)).toMatchObject({
    sha256: "4ece",
    type: "mcuboot",
    sizeBytes: 354531,
    tagIds: [],
  });
});

test.each([
  ["main", true],
  ["modem", false],
])("where no package is said to be main, the one called main is: %s → %s", (packageId, main) => {
  expect(decodePackage({ packageId, createdAt: "2025-11-01T00:00:00Z" }).main).toBe(main);
});

test("pages come without tally and facets", () => {
  const page = { page: 0, perPage: 100, total: 1 };
  expect(decodeCohortPage({ ...page, list: [cohort] })).not.toHaveProperty("tally");
  expect(decodeDevicePage({ ...page, list: [device] })).not.toHaveProperty("facets");
});
