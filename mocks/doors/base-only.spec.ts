import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servedWorld, type ServedWorld } from "./every-host.ts";

const P = "/v1/projects/harbour-sensors";
let world: ServedWorld;
let O: string;
let ids: { cohortId: string; deploymentId: string; artifactId: string };

beforeAll(async () => {
  world = await servedWorld("http", { world: "many-cohorts", baseOnly: true });
  const { json } = await world.call("GET", "/v1/organizations");
  O = `/v1/organizations/${json.list[0].id}/projects/harbour-sensors`;
  const cohorts = await world.call("GET", `${O}/cohorts?perPage=1`);
  const { cohortId, activeDeploymentId } = cohorts.json.list[0];
  const artifacts = await world.call("GET", `${P}/artifacts`);
  ids = { cohortId, deploymentId: activeDeploymentId, artifactId: artifacts.json.list[0].id };
});
afterAll(() => world.close());

describe("a backend with the base only", () => {
  test.each([
    ["GET", "/v1/capabilities"],
    ["GET", "/v1/me"],
    ["GET", "/v1/world"],
    ["POST", "/v1/world/reset"],
    ["GET", "/device/5f0000000000000000000000/.u/desired"],
    ["POST", `${P}/artifact-uploads`],
  ])("knows nothing of %s %s", async (method, path) => {
    const { status, json, headers } = await world.call(method, path, method === "POST" ? { body: {} } : {});
    expect([status, json]).toEqual([404, { code: 5, message: "There is nothing at this address.", details: [] }]);
    expect(headers.get("x-slipway-now")).toBeNull();
  });

  test.each(["targets", "pulse", "events", "manifest", "cancel"])("knows no %s of a deployment", async (part) => {
    const deployment = `${O}/cohorts/${ids.cohortId}/deployments/${ids.deploymentId}`;
    expect((await world.call("GET", `${deployment}/${part}`)).status).toBe(404);
  });

  test("tells of a deployment its name, its artifacts and when it was made", async () => {
    const { json, headers } = await world.call("GET", `${O}/cohorts/${ids.cohortId}/deployments/${ids.deploymentId}`);
    expect(Object.keys(json.data).toSorted()).toEqual(["artifactIds", "createdAt", "deploymentId", "name"]);
    expect(headers.get("etag")).toBeNull();
  });

  test("tells of a cohort which deployment is active, by id only, and lists have nothing besides their pages", async () => {
    const { json } = await world.call("GET", `${O}/cohorts?perPage=1`);
    expect(Object.keys(json).toSorted()).toEqual(["list", "page", "perPage", "total"]);
    const fields = ["activeDeploymentId", "cohortId", "createdAt", "deviceCount", "name", "updatedAt"];
    expect(Object.keys(json.list[0]).toSorted()).toEqual(fields);
  });

  test("tells of an artifact nothing that is added, and neither of a device", async () => {
    const artifact = await world.call("GET", `${P}/artifacts/${ids.artifactId}`);
    for (const added of ["sha256", "type", "usedBy", "tagIds", "yanked"]) {
      expect(artifact.json.data).not.toHaveProperty(added);
    }
    expect(artifact.json.data).toMatchObject({ package: "main", version: "1.1.0" });
    const devices = await world.call("GET", `${P}/devices?perPage=1`);
    expect(devices.json).not.toHaveProperty("facets");
    expect(devices.json.list[0]).not.toHaveProperty("heartbeatMinutes");
  });

  test("ignores added parameters: what they ask for is not asked", async () => {
    const plain = await world.call("GET", `${O}/cohorts?perPage=2`);
    const { json } = await world.call("GET", `${O}/cohorts?term=0007&sort=-devices&perPage=2`);
    expect(json).toEqual(plain.json);
    expect(json.total).toBe(1_000);
  });

  test("ignores added fields: what they want is not done, and not refused either", async () => {
    const body = { name: "Plain", artifactIds: [ids.artifactId], plan: { preset: "no such" }, impactHash: "stale" };
    const { status, json } = await world.call("POST", `${O}/cohorts/${ids.cohortId}/deployments`, { body });
    expect([status, json.data.name]).toEqual([200, "Plain"]);
  });

  test("keeps no keys: the same request twice is two", async () => {
    const asked = { body: { name: "twice" }, headers: { "idempotency-key": "k" } };
    const [first, second] = [
      await world.call("POST", `${P}/tags`, asked),
      await world.call("POST", `${P}/tags`, { ...asked, body: { name: "thrice" } }),
    ];
    expect([first.status, second.status]).toEqual([200, 200]);
  });

  test("refuses in Golioth's words, without details", async () => {
    const { status, json } = await world.call("GET", `${O}/cohorts/nobody`);
    expect([status, json]).toEqual([404, { code: 5, message: "cohort not found", details: [] }]);
    const garbled = await world.call("POST", `${P}/tags`, {
      body: "{",
      headers: { "content-type": "application/json" },
    });
    expect(garbled.status).toBe(400);
  });

  test("tells the time of its world by the date of its answers", async () => {
    const { headers } = await world.call("GET", `${P}/tags`);
    expect(headers.get("date")).toMatch(/^Sat, 21 Nov 2026 08:0\d:\d\d GMT$/);
    expect(headers.get("x-slipway-now")).toBeNull();
  });
});
