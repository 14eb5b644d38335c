import { beforeAll, describe, expect, test } from "vitest";
import { servedWorld, type Asked, type ServedWorld } from "./every-host.ts";

const P = "/v1/projects/harbour-sensors";

let world: ServedWorld;
let O: string;
let artifactId: string;
beforeAll(async () => {
  world = await servedWorld("fetch");
  O = `/v1/organizations/${(await world.call("GET", "/v1/organizations")).json.list[0].id}/projects/harbour-sensors`;
  await world.call("POST", `${O}/packages`, { body: { packageId: "main" } });
  const file = { projectId: "harbour-sensors", package: "main", version: "1.0.0", content: "AAEC" };
  artifactId = (await world.call("POST", "/v1/artifacts", { body: file })).json.data.id;
});

/** A deployment that lands on three devices of a cohort of its own. */
async function landing(name: string, plan?: object) {
  const cohort = `${O}/cohorts/${(await world.call("POST", `${O}/cohorts`, { body: { name } })).json.data.cohortId}`;
  const devices = await Promise.all(
    ["a", "b", "c"].map((letter) => world.call("POST", `${P}/devices`, { body: { name: `${name} ${letter}` } })),
  );
  const deviceIds = devices.map(({ json }) => json.data.id as string);
  await world.call("POST", `${cohort}/members`, { body: { deviceIds } });
  const body = { name, artifactIds: [artifactId], ...(plan === undefined ? {} : { plan }) };
  const { json } = await world.call("POST", `${cohort}/deployments`, { body });
  return { cohort, deployment: `${cohort}/deployments/${json.data.deploymentId}`, deviceIds, data: json.data };
}

const any = (body: object = {}): Asked => ({ body, headers: { "if-match": "*" } });

describe("a plan", () => {
  test("is taken with the start, filled from its preset, and told with its phases", async () => {
    const { data } = await landing("Planned", { preset: "urgent", maxDevices: 2 });
    expect(data.plan).toMatchObject({ preset: "urgent", maxDevices: 2, retry: { maxAttempts: 5 } });
    expect(data.phases.map(({ name }: { name: string }) => name)).toEqual(["Canary", "All devices"]);
    expect(data).toHaveProperty("startedAt");
  });

  test("whose start lies ahead waits, and can be cancelled only", async () => {
    const { deployment, data } = await landing("Later", { startAt: "2026-11-22T08:00:00Z" });
    expect([data.state, data.startedAt]).toEqual(["scheduled", undefined]);
    const { status, json } = await world.call("POST", `${deployment}/pause`);
    expect([status, json.code]).toEqual([409, 10]);
  });

  test.each([
    ["plan.presets", { presets: "careful" }, 400],
    ["plan.preset", { preset: "careless" }, 422],
    ["plan.startAt", { startAt: "soon" }, 400],
    ["plan.deadlineAt", { deadlineAt: "2026-11-20T08:00:00Z" }, 422],
    ["plan.phases", { phases: [] }, 422],
    ["plan.maxUnavailable", { maxUnavailable: { count: 0 } }, 422],
    ["plan.halt.ratio.percent", { halt: { ratio: { percent: 0, minTerminal: 20, minFailed: 3 } } }, 422],
    ["plan.window.to", { window: { days: [1], from: "08:00", to: "08:00", zone: "UTC" } }, 422],
    ["plan.window.zone", { window: { days: [1], from: "08:00", to: "09:00", zone: "Mars/Olympus" } }, 422],
    ["plan", ["careful"], 400],
  ])("that is none is refused by its field wherever it is named: %s", async (field, plan, expected) => {
    const { cohort } = await landing(`Refused ${field} ${expected}`);
    const asked = { artifactIds: [artifactId], plan };
    for (const [path, body] of [
      ["deployments", { name: "No", ...asked }],
      ["impact", asked],
      ["rehearsals", asked],
    ] as const) {
      const { status, json } = await world.call("POST", `${cohort}/${path}`, { body });
      expect([path, status, json.details[0].field]).toEqual([path, expected, field]);
    }
  });

  test.each([
    ["plan.startAt", { startAt: "2026-11-20T08:00:00Z" }],
    ["plan.targeting.deviceIds", { targeting: { deviceIds: ["0123456789abcdef01234567"] } }],
  ])("that this cohort cannot take now is refused at the start: %s", async (field, plan) => {
    const { cohort } = await landing(`Not now ${field}`);
    const body = { name: "No", artifactIds: [artifactId], plan };
    const { status, json } = await world.call("POST", `${cohort}/deployments`, { body });
    expect([status, json.details[0].field]).toEqual([422, field]);
  });
});

describe("acts on a deployment", () => {
  test("pause needs no revision; resume does, and the tag moves with each", async () => {
    const { deployment } = await landing("Paused");
    const before = (await world.call("GET", deployment)).headers.get("etag");
    const paused = await world.call("POST", `${deployment}/pause`, { body: { reason: "Storm" } });
    expect([paused.status, paused.json.data.state]).toEqual([200, "paused"]);
    expect(paused.headers.get("etag")).not.toBe(before);
    expect((await world.call("POST", `${deployment}/resume`)).status).toBe(428);
    const stale = await world.call("POST", `${deployment}/resume`, { headers: { "if-match": before ?? "" } });
    expect([stale.status, stale.json.details[0].facts.state]).toEqual([412, "paused"]);
    expect(stale.json.details[0].facts.acts).toContain("resume");
    const tag = { "if-match": paused.headers.get("etag") ?? "" };
    const resumed = await world.call("POST", `${deployment}/resume`, { headers: tag });
    expect([resumed.status, resumed.json.data.state]).toEqual([200, "pending"]);
  });

  test("one device is held, and released", async () => {
    const { deployment, deviceIds } = await landing("Held");
    const target = `${deployment}/targets/${deviceIds[0]}`;
    expect((await world.call("POST", `${target}/hold`)).status).toBe(428);
    const held = await world.call("POST", `${target}/hold`, any({ reason: "On the bench" }));
    expect([held.status, held.json.data.substate]).toEqual([200, "held"]);
    const { json } = await world.call("GET", `${deployment}/targets?substate=held`);
    expect(json.list.map((row: { deviceId: string }) => row.deviceId)).toEqual([deviceIds[0]]);
    expect((await world.call("POST", `${target}/release`, any())).json.data.substate).not.toBe("held");
    expect((await world.call("POST", `${target}/retry`, any())).status).toBe(409);
    expect((await world.call("POST", `${deployment}/targets/0123456789abcdef01234567/hold`, any())).status).toBe(404);
  });

  test.each([
    ["neither devices nor a filter", {}, 400, "deviceIds"],
    ["both", { deviceIds: ["x"], filter: {} }, 400, "deviceIds"],
    ["no devices", { deviceIds: [] }, 422, "deviceIds"],
    ["1,001 devices", { deviceIds: Array.from({ length: 1_001 }, (_, at) => String(at)) }, 422, "deviceIds"],
    ["a filter and no number", { filter: { buckets: ["failed"] } }, 400, "expectedCount"],
    ["a filter of something else", { filter: { bucket: ["failed"] }, expectedCount: 0 }, 400, "filter.bucket"],
    ["a filter of an unknown bucket", { filter: { buckets: ["lost"] }, expectedCount: 0 }, 400, "filter.buckets"],
    ["another number than match", { filter: { buckets: ["failed"] }, expectedCount: 7 }, 412, "expectedCount"],
    ["a field nobody knows", { device: "x" }, 400, "device"],
    ["a reason of 1,001 characters", { deviceIds: ["x"], reason: "x".repeat(1_001) }, 400, "reason"],
  ])("a retry of %s is refused", async (what, body, expected, field) => {
    const { deployment } = await landing(`Retry of ${what}`);
    const { status, json } = await world.call("POST", `${deployment}/retry`, any(body));
    expect([status, json.details[0].field]).toEqual([expected, field]);
  });

  test("the log of the deployment and the audit tell of them, with who and why", async () => {
    const { deployment } = await landing("Told");
    await world.call("POST", `${deployment}/pause`, { body: { reason: "Storm" } });
    const events = await world.call("GET", `${deployment}/events`);
    expect(events.json.list.at(-1)).toMatchObject({
      what: "paused",
      by: { actor: "operator@example.com" },
      reason: "Storm",
    });
    const { json: later } = await world.call("GET", `${deployment}/events?since=${events.json.next}`);
    expect(later).toEqual({ list: [], next: events.json.next });
    expect((await world.call("GET", `${deployment}/events?since=999999`)).status).toBe(410);
    const { json: audit } = await world.call("GET", `${O}/audit?limit=1&object=${deployment.split("/").at(-1)}`);
    expect(audit.list).toMatchObject([
      { act: "pause-deployment", reason: "Storm", by: { actor: "operator@example.com" } },
    ]);
    const { json: older } = await world.call("GET", `${O}/audit?limit=1&before=${audit.before}`);
    expect(older.list[0].position).toBeLessThan(audit.list[0].position);
    expect((await world.call("GET", `${O}/audit?actor=nobody`)).json).toEqual({ list: [] });
  });
});

describe("acts on a cohort", () => {
  test("a frozen one takes no start until it is unfrozen", async () => {
    const { cohort } = await landing("Frozen");
    expect((await world.call("POST", `${cohort}/freeze`, { body: {} })).json.details[0].field).toBe("reason");
    const frozen = await world.call("POST", `${cohort}/freeze`, {
      body: { reason: "Trade fair", untilMs: 1795334400000 },
    });
    expect(frozen.json.data.frozen).toEqual({ reason: "Trade fair", until: "2026-11-22T08:00:00.000Z" });
    const start = { body: { name: "No", artifactIds: [artifactId] } };
    expect((await world.call("POST", `${cohort}/deployments`, start)).status).toBe(409);
    expect((await world.call("POST", `${cohort}/unfreeze`)).json.data.frozen).toBeUndefined();
    expect((await world.call("POST", `${cohort}/deployments`, start)).status).toBe(200);
  });

  test("one is protected, with a reason, and no longer", async () => {
    const { cohort } = await landing("Protected");
    expect((await world.call("POST", `${cohort}/protect`)).status).toBe(400);
    const body = { reason: "Customers depend on it" };
    expect((await world.call("POST", `${cohort}/protect`, { body })).json.data.protected).toBe(true);
    expect((await world.call("POST", `${cohort}/protect`, { body })).status).toBe(409);
    expect((await world.call("POST", `${cohort}/unprotect`, { body })).json.data.protected).toBe(false);
  });

  test("a filter says what it would hold before there is a cohort", async () => {
    const { data: tag } = (await world.call("POST", `${P}/tags`, { body: { name: "site=quay" } })).json;
    await world.call("POST", `${P}/devices`, { body: { name: "quay-1", tagIds: [tag.id] } });
    const filter = { tagIds: [tag.id], blueprintIds: [] };
    const { json } = await world.call("POST", `${O}/cohorts/filter-preview`, { body: { filter } });
    expect(json).toMatchObject({ matching: 1, takes: 1, placedByHand: 0, sample: [{ name: "quay-1" }], overlaps: [] });
    const { json: made } = await world.call("POST", `${O}/cohorts`, { body: { name: "Quay", filter } });
    expect(made.data).toMatchObject({ kind: "dynamic", deviceCount: 1, filter });
    const nothing = { name: "All", filter: { tagIds: [] } };
    const refused = await world.call("POST", `${O}/cohorts`, { body: nothing });
    expect([refused.status, refused.json.details[0].field]).toEqual([422, "filter"]);
    const nobody = { filter: { tagIds: ["x"], blueprintIds: [] } };
    expect((await world.call("POST", `${O}/cohorts/filter-preview`, { body: nobody })).status).toBe(404);
    expect((await world.call("POST", `${O}/cohorts/filter-preview`, { body: {} })).json.details[0].field).toBe(
      "filter",
    );
  });
});

test("a change of cohort that is still to come can be taken back", async () => {
  const { cohort, deviceIds } = await landing("Soon");
  const { data: other } = (await world.call("POST", `${O}/cohorts`, { body: { name: "Elsewhere" } })).json;
  const device = `${P}/devices/${deviceIds[0]}`;
  const effectiveAtMs = Date.parse("2026-11-21T08:01:00Z");
  await world.call("PATCH", device, { body: { cohortId: other.cohortId, effectiveAtMs } });
  expect((await world.call("GET", device)).json.data.cohortId).toBe(cohort.split("/").at(-1));
  expect((await world.call("DELETE", `${device}/pending-membership`)).status).toBe(200);
  expect((await world.call("DELETE", `${device}/pending-membership`)).status).toBe(404);
});

test("a version is yanked and no new deployment may take it", async () => {
  const file = { projectId: "harbour-sensors", package: "main", version: "6.6.6", content: "AAEC" };
  const { data: artifact } = (await world.call("POST", "/v1/artifacts", { body: file })).json;
  const path = `${P}/artifacts/${artifact.id}`;
  expect((await world.call("POST", `${path}/yank`, { body: { reason: " " } })).status).toBe(400);
  const yanked = await world.call("POST", `${path}/yank`, { body: { reason: "Bricks rev B" } });
  expect(yanked.json.data.yanked).toEqual({
    reason: "Bricks rev B",
    at: "2026-11-21T08:00:00.000Z",
    by: "operator@example.com",
  });
  const { cohort } = await landing("Yanked");
  const start = { body: { name: "No", artifactIds: [artifact.id] } };
  expect((await world.call("POST", `${cohort}/deployments`, start)).status).toBe(422);
  await world.call("POST", `${path}/unyank`, { body: { reason: "It was the bench" } });
  expect((await world.call("POST", `${cohort}/deployments`, start)).status).toBe(200);
});

test("a plan is tried out, goes on as it is asked for, and is forgotten when it is cancelled", async () => {
  const { cohort } = await landing("Tried");
  const body = { artifactIds: [artifactId], plan: { preset: "standard" } };
  const { status, json } = await world.call("POST", `${cohort}/rehearsals`, { body });
  expect([status, json.done]).toEqual([202, 0]);
  const rehearsal = `${cohort}/rehearsals/${json.id}`;
  let asked = await world.call("GET", rehearsal);
  for (let asks = 0; asked.json.result === undefined && asks < 50; asks += 1)
    asked = await world.call("GET", rehearsal);
  expect(asked.json.result).toMatchObject({ devices: 3, members: 3, sampled: false });
  expect((await world.call("DELETE", rehearsal)).status).toBe(200);
  expect((await world.call("GET", rehearsal)).status).toBe(404);
});
