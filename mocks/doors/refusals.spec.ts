import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOSTS, servedWorld, type Asked, type ServedWorld } from "./every-host.ts";

const P = "/v1/projects/harbour-sensors";
const LONG = "x".repeat(101);
const NOBODY = "0123456789abcdef01234567";

describe.each(HOSTS)("what is refused over %s", (host) => {
  let world: ServedWorld;
  let O: string;
  const ids = { artifact: "", cohort: "", device: "" };
  beforeAll(async () => {
    world = await servedWorld(host);
    O = `/v1/organizations/${(await world.call("GET", "/v1/organizations")).json.list[0].id}/projects/harbour-sensors`;
    await world.call("POST", `${O}/packages`, { body: { packageId: "main" } });
    const file = { projectId: "harbour-sensors", package: "main", version: "1.0.0", content: "AAEC" };
    ids.artifact = (await world.call("POST", "/v1/artifacts", { body: file })).json.data.id;
    ids.cohort = (await world.call("POST", `${O}/cohorts`, { body: { name: "Taken" } })).json.data.cohortId;
    ids.device = (await world.call("POST", `${P}/devices`, { body: { name: "taken" } })).json.data.id;
    await world.call("POST", `${P}/tags`, { body: { name: "site=pier" } });
  });
  afterAll(() => world.close());

  /** `O` and `P` at the start of a path stand for the project's two scopes. */
  async function refused(method: string, path: string, asked?: Asked) {
    const { status, json } = await world.call(method, path.replace(/^O/, O).replace(/^P/, P), asked);
    const [detail] = json.details;
    expect(json).toMatchObject({ code: expect.any(Number), message: expect.stringMatching(/\S/) });
    expect(detail["@type"]).toBe("slipway.dev/Problem");
    return { status, code: json.code, field: detail.field, message: json.message };
  }

  describe.each([
    ["cohort", "name", "O/cohorts", "Taken"],
    ["device", "name", "P/devices", "taken"],
    ["tag", "name", "P/tags", "site=pier"],
    ["package", "packageId", "O/packages", "main"],
  ] as const)("the %s's %s", (_, field, path, taken) => {
    test.each([
      ["left out", {}],
      ["empty", { [field]: "" }],
      ["blank", { [field]: " \t " }],
      ["too long", { [field]: LONG }],
      ["with a control character", { [field]: "a\u0007b" }],
      ["no text", { [field]: 7 }],
      ["null", { [field]: null }],
    ])("%s", async (_, body) => {
      expect(await refused("POST", path, { body })).toMatchObject({ status: 400, code: 3, field });
    });

    test("taken already", async () => {
      expect(await refused("POST", path, { body: { [field]: taken } })).toMatchObject({ status: 409, code: 6 });
    });
  });

  test.each([
    ["an artifact of nowhere", { name: "A", artifactIds: [NOBODY] }, "artifactIds"],
    ["no artifacts", { name: "A", artifactIds: [] }, "artifactIds"],
    ["artifacts left out", { name: "A" }, "artifactIds"],
    ["a list that holds no texts", { name: "A", artifactIds: [1] }, "artifactIds"],
    ["a name that is blank", { name: "  ", artifactIds: ["?"] }, "name"],
    ["a name that is too long", { name: LONG, artifactIds: ["?"] }, "name"],
    ["an origin without its parts", { name: "A", artifactIds: ["?"], origin: {} }, "origin.rollbackOf"],
  ])("a deployment with %s", async (_, body, field) => {
    const text = JSON.stringify(body).replace("?", ids.artifact);
    const answer = await refused("POST", `${O}/cohorts/${ids.cohort}/deployments`, { body: JSON.parse(text) });
    expect([400, 404, 422]).toContain(answer.status);
    expect(answer.field).toBe(field);
  });

  test.each([
    ["a part of a filter", "O/cohorts", { name: "A", filter: { tagIds: "eu" } }, "filter.tagIds"],
    ["a stranger in a filter", "O/cohorts", { name: "A", filter: { tags: [] } }, "filter.tags"],
    [
      "a part of a preview's filter",
      "O/cohorts/filter-preview",
      { filter: { blueprintIds: 7 } },
      "filter.blueprintIds",
    ],
    ["a share of faults", "/v1/world", { faults: { errorPercent: "all" } }, "faults.errorPercent"],
    ["a share by reason", "/v1/world", { faults: { failByReason: { "8": -1 } } }, "faults.failByReason.8"],
    ["a text of a map", "O/packages", { packageId: "a", metadata: { a: 1 } }, "metadata"],
  ])("what is within something is named by the way to it: %s", async (_, path, body, field) => {
    const method = path === "/v1/world" ? "PUT" : "POST";
    const answer = await refused(method, path, { body });
    expect(answer).toMatchObject({ status: 400, field, message: expect.stringContaining(field) });
  });

  test("a start whose review is out of date, with what changed", async () => {
    const impact = `${O}/cohorts/${ids.cohort}/impact`;
    const { json } = await world.call("POST", impact, { body: { artifactIds: [ids.artifact] } });
    await world.call("POST", `${O}/cohorts/${ids.cohort}/members`, { body: { deviceIds: [ids.device] } });
    const body = { name: "Late", artifactIds: [ids.artifact], impactHash: json.impactHash };
    const answer = await world.call("POST", `${O}/cohorts/${ids.cohort}/deployments`, { body });
    expect([answer.status, answer.json.code]).toEqual([412, 9]);
    expect(answer.json.details[0].facts.changes).toEqual([{ kind: "membership", before: 0, after: 1 }]);
    const { json: list } = await world.call("GET", `${O}/cohorts/${ids.cohort}/deployments`);
    expect(list.total).toBe(0);
  });

  test.each([
    ["another content for an existing version", { version: "1.0.0", content: "AAED" }, 409, "artifact already exists"],
    [
      "a file without bytes",
      { version: "2.0.0", content: "" },
      422,
      "The file is empty. Choose one with at least 1 byte.",
    ],
    ["text that is no base64", { version: "2.0.0", content: "***" }, 400, "content is not base64."],
  ])("%s", async (_, file, status, message) => {
    const body = { projectId: "harbour-sensors", package: "main", ...file };
    expect(await refused("POST", "/v1/artifacts", { body })).toMatchObject({ status, message });
  });

  test.each([
    ["a version with a slash", { package: "main", version: "1/2" }, "version"],
    ["a version that is too long", { package: "main", version: "1".repeat(65) }, "version"],
    ["a package that is not there", { package: "modem", version: "1" }, undefined],
    ["a project that is not there", { projectId: "elsewhere", package: "main", version: "3" }, undefined],
  ])("an artifact with %s", async (_, file, field) => {
    const body = { projectId: "harbour-sensors", content: "AAEC", ...file };
    const answer = await refused("POST", "/v1/artifacts", { body });
    expect([400, 404, 422]).toContain(answer.status);
    if (field !== undefined) expect(answer.field).toBe(field);
  });

  test("a file of 52,428,801 bytes", async () => {
    const content = "A".repeat(Math.ceil((52_428_801 / 3) * 4)).slice(0, 69_905_068) + "==";
    const body = { projectId: "harbour-sensors", package: "main", version: "9.0.0", content };
    expect(await refused("POST", "/v1/artifacts", { body })).toMatchObject({ status: 413, code: 8 });
  }, 30_000);

  test.each([
    ["a path that is not there", "GET", "/v1/nothing", 404, 5],
    ["a path outside the contract", "GET", "/nothing", 404, 5],
    ["a project that is not there", "GET", "/v1/projects/elsewhere", 404, 5],
    ["another organization's project", "GET", "/v1/organizations/other/projects/harbour-sensors/cohorts", 404, 5],
    ["a cohort that vanished", "GET", `O/cohorts/${NOBODY}`, 404, 5],
    ["a device nobody knows", "GET", `/device/${NOBODY}/.u/desired`, 404, 5],
    ["a prototype's name as an id", "GET", "P/devices/__proto__", 404, 5],
    ["a constructor as a package", "GET", "O/packages/constructor", 404, 5],
    ["another method", "DELETE", "/v1/capabilities", 405, 12],
    ["a deployment that is to be deleted", "DELETE", "O/cohorts/x/deployments/y", 405, 12],
    ["a page that is no number", "GET", "P/devices?page=x", 400, 3],
    ["a page before the first", "GET", "P/devices?page=-1", 400, 3],
    ["more than 100 a page", "GET", "P/devices?perPage=101", 400, 3],
    ["an unknown order", "GET", "O/cohorts?sort=luck", 400, 3],
  ] as const)("%s", async (_, method, path, status, code) => {
    expect(await refused(method, path)).toMatchObject({ status, code });
  });

  test("405 names the methods that are answered", async () => {
    expect((await world.call("DELETE", "/v1/capabilities")).headers.get("allow")).toBe("GET, HEAD");
  });

  test.each([
    ["no JSON", "{", "application/json", 400],
    ["a list", "[]", "application/json", 400],
    ["bytes that are no UTF-8", Uint8Array.of(0x22, 0xff, 0x22), "application/json", 400],
    ["another media type", "name=A", "application/x-www-form-urlencoded", 415],
  ])("a body that is %s", async (_, body, type, status) => {
    const headers = { "content-type": type };
    expect(await refused("POST", `${O}/cohorts`, { body, headers })).toMatchObject({ status, code: 3 });
  });

  test("a compressed body, whatever is in it", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    const answer = await refused("POST", `${O}/cohorts`, { body: '{"name":"Zipped"}', headers });
    expect(answer).toMatchObject({ status: 415, code: 3, field: "Content-Encoding" });
  });

  test("faults that no device can have, and the clock's speed with them", async () => {
    const body = { speed: 7, faults: { failByReason: { "99": 5 } } };
    expect(await refused("PUT", "/v1/world", { body })).toMatchObject({ status: 400, field: "faults.failByReason" });
    expect((await world.call("GET", "/v1/world")).json.speed).toBe(1);
  });

  test("a JSON body of over 4 MiB", async () => {
    const body = { name: "x".repeat(4_200_000) };
    expect(await refused("POST", `${O}/cohorts`, { body })).toMatchObject({ status: 413, code: 8 });
  });

  test("fields called like parts of a prototype are data, or nothing", async () => {
    const body = '{"packageId":"proto","metadata":{"__proto__":"x","constructor":"y"},"__proto__":{"main":true}}';
    const headers = { "content-type": "application/json" };
    const { json } = await world.call("POST", `${O}/packages`, { body, headers });
    expect(Object.entries(json.data.metadata)).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
    expect({}).not.toHaveProperty("main");
  });

  test("a package called like a part of a prototype is one like any other", async () => {
    for (const packageId of ["constructor", "__proto__"]) {
      await world.call("POST", `${O}/packages`, { body: { packageId } });
    }
    const file = { projectId: "harbour-sensors", package: "constructor", version: "1.0.0", content: "AAEC" };
    const { json } = await world.call("POST", "/v1/artifacts", { body: file });
    expect(json.data).toMatchObject({ package: "constructor", version: "1.0.0" });
    expect(Object.keys(json.data.requires)).toEqual([]);
  });

  test.each([
    ["another package than its address", { package: "modem" }],
    ["a state that is no number", { state: "idle" }],
  ])("a report with %s", async (_, body) => {
    expect(await refused("POST", `/device/${ids.device}/.u/c/main`, { body })).toMatchObject({ status: 400 });
  });

  test("a device that is disabled", async () => {
    const { json } = await world.call("POST", `${P}/devices`, { body: { name: "asleep" } });
    await world.call("PATCH", `${P}/devices/${json.data.id}`, { body: { enabled: false } });
    expect(await refused("GET", `/device/${json.data.id}/.u/desired`)).toMatchObject({ status: 403, code: 7 });
  });
});

test.each(HOSTS)("a backend with a key, over %s, lets nobody in without it", async (host) => {
  const world = await servedWorld(host, { apiKey: "k" });
  const status = async (headers: Record<string, string>) => (await world.call("GET", "/v1/me", { headers })).status;
  expect(await status({})).toBe(401);
  expect(await status({ "x-api-key": "wrong" })).toBe(401);
  expect(await status({ "x-api-key": "k" })).toBe(200);
  expect(await status({ authorization: "Bearer k" })).toBe(200);
  await world.close();
});
