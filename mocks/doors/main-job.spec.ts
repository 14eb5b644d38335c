import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOSTS, servedWorld, type ServedWorld } from "./every-host.ts";

const P = "/v1/projects/harbour-sensors";
const image = Uint8Array.from({ length: 5_000 }, (_, at) => [0x3d, 0xb8, 0xf3, 0x96][at] ?? at % 251);
const sha256 = createHash("sha256").update(image).digest("hex");

describe.each(HOSTS)("the main job over %s", (host) => {
  let world: ServedWorld;
  let O: string;
  const facts = { artifactId: "", cohortId: "", deviceId: "", deploymentId: "", impactHash: "" };
  beforeAll(async () => {
    world = await servedWorld(host);
    const { json } = await world.call("GET", "/v1/organizations");
    O = `/v1/organizations/${json.list[0].id}/projects/harbour-sensors`;
  });
  afterAll(() => world.close());

  test("a file is uploaded as base64 and becomes an artifact with its own hash and size", async () => {
    await world.call("POST", `${O}/packages`, { body: { packageId: "main", main: true } });
    const content = Buffer.from(image).toString("base64");
    const body = { projectId: "harbour-sensors", package: "main", version: "2.0.0", content };
    const { status, json } = await world.call("POST", "/v1/artifacts", { body });
    expect(status).toBe(200);
    expect(json.data).toMatchObject({ package: "main", version: "2.0.0", size: "5000", sha256, type: "mcuboot" });
    facts.artifactId = json.data.id;
  });

  test("its bytes come back as they went in", async () => {
    const { bytes } = await world.call("GET", `${P}/artifacts/${facts.artifactId}/content`);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  });

  test("a device is made and put into a cohort", async () => {
    const cohort = await world.call("POST", `${O}/cohorts`, { body: { name: "Pier 4" } });
    facts.cohortId = cohort.json.data.cohortId;
    const device = await world.call("POST", `${P}/devices`, { body: { name: "gauge-1", hardwareIds: ["esp32-1"] } });
    facts.deviceId = device.json.data.id;
    const members = `${O}/cohorts/${facts.cohortId}/members`;
    const { json } = await world.call("POST", members, { body: { deviceIds: [facts.deviceId] } });
    expect(json.data).toEqual({ moved: 1 });
  });

  test("the device asks before anything is deployed and has nothing to do", async () => {
    const desired = `/device/${facts.deviceId}/.u/desired`;
    expect((await world.call("GET", desired)).text).toBe("{}");
    const cbor = await world.call("GET", desired, { headers: { accept: "application/cbor" } });
    expect([...cbor.bytes]).toEqual([0xa0]);
  });

  test("the impact says what a deployment would mean", async () => {
    await report({ state: 0, reason: 0, version: "1.0.0" });
    const impact = `${O}/cohorts/${facts.cohortId}/impact`;
    const { json } = await world.call("POST", impact, { body: { artifactIds: [facts.artifactId] } });
    expect(json).toMatchObject({ devices: 1, overall: { upgrade: 1, alreadyThere: 0, unknown: 0 } });
    facts.impactHash = json.impactHash;
  });

  test("the deployment starts as it was reviewed", async () => {
    const body = { name: "First", artifactIds: [facts.artifactId], impactHash: facts.impactHash };
    const { status, json, headers } = await world.call("POST", `${O}/cohorts/${facts.cohortId}/deployments`, { body });
    expect(status).toBe(200);
    expect(json.data).toMatchObject({ name: "First", state: "pending", createdBy: "operator@example.com" });
    expect(headers.get("etag")).toBe(`"${json.data.controlRevision}"`);
    facts.deploymentId = json.data.deploymentId;
  });

  test("the device is told, in JSON and CBOR alike", async () => {
    const { json } = await world.call("GET", `/device/${facts.deviceId}/.u/desired`);
    expect(json.components).toEqual([
      { package: "main", version: "2.0.0", hash: sha256, size: 5_000, uri: "/.u/c/main@2.0.0", type: "mcuboot" },
    ]);
    const asked = { headers: { accept: "application/cbor" } };
    const [one, two] = [
      await world.call("GET", `/device/${facts.deviceId}/.u/desired`, asked),
      await world.call("GET", `/device/${facts.deviceId}/.u/desired`, asked),
    ];
    expect(one.headers.get("content-type")).toBe("application/cbor");
    expect([...one.bytes.subarray(0, 2)]).toEqual([0xa3, 0x01]);
    expect(two.bytes).toEqual(one.bytes);
  });

  test("the device downloads by ranges and gets the file", async () => {
    await report({ state: 1, reason: 0, version: "1.0.0", target: "2.0.0" });
    const got: number[] = [];
    for (let from = 0; from < 5_000; from += 1_024) {
      const range = { headers: { range: `bytes=${from}-${from + 1_023}` } };
      const block = await world.call("GET", `/device/${facts.deviceId}/.u/c/main@2.0.0`, range);
      expect(block.status).toBe(206);
      got.push(...block.bytes);
    }
    expect(createHash("sha256").update(Uint8Array.from(got)).digest("hex")).toBe(sha256);
  });

  test("a range outside the file is 416 and says how long the file is", async () => {
    const range = { headers: { range: "bytes=5000-" } };
    const { status, headers } = await world.call("GET", `/device/${facts.deviceId}/.u/c/main@2.0.0`, range);
    expect([status, headers.get("content-range")]).toEqual([416, "bytes */5000"]);
  });

  test("a range of another file's tag gets the whole file", async () => {
    const headers = { range: "bytes=0-9", "if-range": '"another"' };
    const { status, bytes } = await world.call("GET", `/device/${facts.deviceId}/.u/c/main@2.0.0`, { headers });
    expect([status, bytes.length]).toEqual([200, 5_000]);
  });

  test("the device reports the new version after its reboot and is verified", async () => {
    await report({ state: 2, reason: 0, version: "1.0.0", target: "2.0.0" });
    await report({ state: 3, reason: 0, version: "1.0.0", target: "2.0.0" });
    await world.call("POST", "/v1/world/advance", { body: { seconds: 60 } });
    await report({ state: 3, reason: 1, version: "2.0.0" });
    await report({ state: 0, reason: 0, version: "2.0.0" });
    const targets = `${O}/cohorts/${facts.cohortId}/deployments/${facts.deploymentId}/targets`;
    const { json } = await world.call("GET", targets);
    expect(json.list).toMatchObject([
      { deviceId: facts.deviceId, bucket: "succeeded", substate: "verified", attempt: 1 },
    ]);
  });

  test("the target tells its story: detail, why, log, manifest, pulse", async () => {
    const deployment = `${O}/cohorts/${facts.cohortId}/deployments/${facts.deploymentId}`;
    const target = `${deployment}/targets/${facts.deviceId}`;
    await world.call("POST", `/device/${facts.deviceId}/.u/log`, {
      body: "swapped slots\n",
      headers: { "content-type": "text/plain" },
    });
    expect((await world.call("GET", target)).json.data.attempts).toHaveLength(1);
    expect((await world.call("GET", `${target}/why`)).json.conditions).toHaveLength(14);
    expect((await world.call("GET", `${target}/log`)).text).toContain("swapped slots");
    expect((await world.call("GET", `${deployment}/manifest`)).json.components).toHaveLength(1);
    expect((await world.call("GET", `${deployment}/pulse`)).json).toMatchObject({
      settled: true,
      counts: { total: 1 },
    });
  });

  async function report(body: { state: number; reason: number; version: string; target?: string }): Promise<void> {
    const { status } = await world.call("POST", `/device/${facts.deviceId}/.u/c/main`, { body });
    expect(status).toBe(200);
  }
});
