import { beforeAll, describe, expect, test } from "vitest";
import { servedWorld, type ServedWorld } from "./every-host.ts";

const P = "/v1/projects/harbour-sensors";

let world: ServedWorld;
let cohort: string;
let deployment: string;
const at = { made: "2026-11-21T08:00:00Z", later: "2026-11-21T08:30:00Z", future: "2027-01-01T00:00:00Z" };

beforeAll(async () => {
  world = await servedWorld("fetch");
  const O = `/v1/organizations/${(await world.call("GET", "/v1/organizations")).json.list[0].id}/projects/harbour-sensors`;
  await world.call("POST", `${O}/packages`, { body: { packageId: "main" } });
  const file = { projectId: "harbour-sensors", package: "main", version: "1.0.0", content: "AAEC" };
  const { data: artifact } = (await world.call("POST", "/v1/artifacts", { body: file })).json;
  const { data: made } = (await world.call("POST", `${O}/cohorts`, { body: { name: "Before" } })).json;
  cohort = `${O}/cohorts/${made.cohortId}`;
  const { data: device } = (
    await world.call("POST", `${P}/devices`, { body: { name: "buoy", cohortId: made.cohortId } })
  ).json;
  const start = { body: { name: "First", artifactIds: [artifact.id] } };
  deployment = `${cohort}/deployments/${(await world.call("POST", `${cohort}/deployments`, start)).json.data.deploymentId}`;
  await world.call("POST", "/v1/world/advance", { body: { seconds: 3_600 } });
  await world.call("PUT", cohort, { body: { name: "After" } });
  await world.call("POST", `${deployment}/cancel`, { headers: { "if-match": "*" } });
  await world.call("PATCH", `${P}/devices/${device.id}`, { body: { cohortId: "", name: "buoy-2", enabled: false } });
});

describe("as it stood half an hour after the start", () => {
  test("a cohort has its name and its devices of then", async () => {
    const then = (await world.call("GET", `${cohort}?at=${at.later}`)).json.data;
    expect([then.name, then.deviceCount]).toEqual(["Before", 1]);
    expect((await world.call("GET", cohort)).json.data).toMatchObject({ name: "After", deviceCount: 0 });
    const devices = `${P}/devices?cohortId=${cohort.split("/").at(-1)}`;
    const { json } = await world.call("GET", `${devices}&at=${at.later}`);
    expect(json.list).toMatchObject([{ name: "buoy", enabled: true }]);
    expect((await world.call("GET", `${devices}&at=${at.later}&deviceName=buoy-2`)).json.total).toBe(0);
    expect((await world.call("GET", devices)).json.total).toBe(0);
  });

  test("a deployment is under way, its counts and targets too; it has no tag to act on", async () => {
    const then = await world.call("GET", `${deployment}?at=${at.later}`);
    expect(then.json.data).toMatchObject({ state: "pending", counts: { buckets: { pending: 1, cancelled: 0 } } });
    expect(then.headers.get("etag")).toBeNull();
    const { json } = await world.call("GET", `${deployment}/targets?at=${at.later}`);
    expect(json.list).toMatchObject([{ name: "buoy", bucket: "pending" }]);
    const target = `${deployment}/targets/${json.list[0].deviceId}`;
    expect((await world.call("GET", `${target}?at=${at.later}`)).json.data.bucket).toBe("pending");
    expect((await world.call("GET", target)).json.data.bucket).toBe("cancelled");
  });
});

describe("refused with at", () => {
  test.each([
    ["an instant to come", "GET", "C", at.future, "at"],
    ["before it was made", "GET", "C", "2020-01-01T00:00:00Z", "at"],
    ["no instant", "GET", "C", "yesterday", "at"],
    ["no instant, of a date alone", "GET", "C", "2026-11-21", "at"],
    ["devices of no cohort", "GET", "P/devices", at.later, "cohortId"],
    ["what is polled", "GET", "D/pulse", at.later, "at"],
    ["why now", "GET", "D/targets/x/why", at.later, "at"],
    ["a log", "GET", "D/targets/x/log", at.later, "at"],
    ["what devices are told", "GET", "D/manifest", at.later, "at"],
    ["a list of cohorts", "GET", "O/cohorts", at.later, "at"],
    ["one device", "GET", "P/devices/x", at.later, "at"],
    ["an act", "POST", "D/pause", at.later, "at"],
    ["an act on a cohort", "PUT", "C", at.later, "at"],
    ["a start", "POST", "C/deployments", at.later, "at"],
    ["a deletion", "DELETE", "C", at.later, "at"],
  ])("%s", async (_, method, path, instant, field) => {
    const whole = path
      .replace(/^C/, cohort)
      .replace(/^D/, deployment)
      .replace(/^P/, P)
      .replace(/^O/, cohort.slice(0, cohort.indexOf("/cohorts")));
    const { status, json } = await world.call(method, `${whole}?at=${instant}`, method === "GET" ? {} : { body: {} });
    expect([status, json.code, json.details[0].field]).toEqual([400, 3, field]);
  });
});
