import { beforeAll, describe, expect, test } from "vitest";
import { servedWorld, type ServedWorld } from "./every-host.ts";

const P = "/v1/projects/harbour-sensors";
const NOBODY = "0123456789abcdef01234567";

let world: ServedWorld;
let O: string;
let cohort: string;
let deployment: string;
const ids: Record<string, string> = {};

/** Three devices: two on the pier, one at sea; the third never reported. */
beforeAll(async () => {
  world = await servedWorld("fetch");
  const made = async (path: string, body: object) => (await world.call("POST", path, { body })).json.data;
  O = `/v1/organizations/${(await world.call("GET", "/v1/organizations")).json.list[0].id}/projects/harbour-sensors`;
  for (const packageId of ["main", "modem"]) await made(`${O}/packages`, { packageId });
  for (const name of ["site=pier", "pilot"]) ids[name] = (await made(`${P}/tags`, { name })).id;
  ids["cohort"] = (await made(`${O}/cohorts`, { name: "Quay" })).cohortId;
  cohort = `${O}/cohorts/${ids["cohort"]}`;
  const gauge = { cohortId: ids["cohort"], tagIds: [ids["site=pier"]] };
  const both = { ...gauge, tagIds: [ids["site=pier"], ids["pilot"]] };
  ids["gauge"] = (await made(`${P}/devices`, { name: "gauge", hardwareIds: ["hw-1"], ...gauge })).id;
  ids["gauge-2"] = (await made(`${P}/devices`, { name: "gauge-2", hardwareIds: ["hw-2", "hw-12"], ...both })).id;
  ids["buoy"] = (await made(`${P}/devices`, { name: "buoy hw-1" })).id;
  await report("gauge", "main", "1.0.0");
  await report("gauge", "modem", "7");
  await report("gauge-2", "main", "1.0.0");
  const file = { projectId: "harbour-sensors", package: "main", version: "2.0.0", content: "AAEC" };
  const start = { name: "First", artifactIds: [(await made("/v1/artifacts", file)).id] };
  deployment = `${cohort}/deployments/${(await made(`${cohort}/deployments`, start)).deploymentId}`;
});

async function report(name: string, about: string, version: string): Promise<void> {
  await world.call("POST", `/device/${ids[name]}/.u/c/${about}`, { body: { version } });
}

describe("devices are found by", () => {
  test.each([
    ["a whole name", "deviceName=gauge", ["gauge"]],
    ["no part of a name", "deviceName=gau", []],
    ["a whole hardware id", "hardwareId=hw-1", ["gauge"]],
    ["any of its hardware ids", "hardwareId=hw-12", ["gauge-2"]],
    ["both, which must both be so", "deviceName=gauge&hardwareId=hw-2", []],
    ["a term, in names and hardware ids", "term=HW-1", ["buoy hw-1", "gauge", "gauge-2"]],
    ["what they run", "packageVersion=main@1.0.0", ["gauge", "gauge-2"]],
    ["what nobody runs", "packageVersion=main@9", []],
    ["a package that is not there", "packageVersion=radio@1", []],
    ["all of the tags", "tags=PIER&tags=PILOT", ["gauge-2"]],
    ["a tag that is not there", `tags=${NOBODY}`, []],
    ["a cohort that is not there", `cohortId=${NOBODY}`, []],
  ])("%s", async (_, query, names) => {
    const named = query.replace("PIER", ids["site=pier"]!).replace("PILOT", ids["pilot"]!);
    const { json } = await world.call("GET", `${P}/devices?${named}`);
    expect(json.list.map(({ name }: { name: string }) => name)).toEqual(names);
  });
});

test("devices are counted by cohort, blueprint, tag and what they run, over all that match", async () => {
  const { json } = await world.call("GET", `${P}/devices?facets=true&perPage=1`);
  expect(json.facets).toEqual({
    cohort: [
      { value: ids["cohort"], count: 2 },
      { value: "", count: 1 },
    ],
    blueprint: [{ value: "", count: 3 }],
    tag: [
      { value: ids["site=pier"], count: 2 },
      { value: "", count: 1 },
      { value: ids["pilot"], count: 1 },
    ],
    packageVersion: [
      { value: "main@1.0.0", count: 2 },
      { value: "modem@7", count: 1 },
      { value: "", count: 1 },
    ],
  });
  expect((await world.call("GET", `${P}/devices`)).json).not.toHaveProperty("facets");
});

describe("what is no package with a version is refused, and its field named", () => {
  test.each(["junk", "main@", "@1.0.0", "@"])("%s", async (text) => {
    const versions = `packageVersion=${encodeURIComponent(text)}`;
    const filters = [
      ["GET", `${P}/devices?${versions}`, undefined, "packageVersion"],
      ["GET", `${deployment}/targets?packageVersion=main@1.0.0&${versions}`, undefined, "packageVersion"],
      ["POST", `${cohort}/members`, { filter: { packageVersion: text }, expectedCount: 0 }, "filter.packageVersion"],
      [
        "POST",
        `${deployment}/retry`,
        { filter: { packageVersions: [text] }, expectedCount: 0 },
        "filter.packageVersions",
      ],
    ] as const;
    for (const [method, path, body, field] of filters) {
      const headers = { "if-match": "*" };
      const { status, json } = await world.call(method, path, body === undefined ? {} : { body, headers });
      expect([path, status, json.code, json.details[0].field]).toEqual([path, 400, 3, field]);
    }
  });
});

describe("a pulse tells the rows that were asked for and are targets", () => {
  test.each([
    ["two of them", ["gauge", "gauge-2"], ["gauge", "gauge-2"]],
    ["one asked for twice", ["gauge", "gauge"], ["gauge"]],
    ["a device that is no target", ["buoy"], []],
    ["an id that is none", ["nobody"], []],
    ["some of each", ["nobody", "gauge", "buoy"], ["gauge"]],
  ])("%s", async (_, asked, told) => {
    const query = asked.map((name) => `deviceIds=${ids[name] ?? name}`).join("&");
    const { json } = await world.call("GET", `${deployment}/pulse?${query}`);
    expect(json.changedRows.map(({ name }: { name: string }) => name)).toEqual(told);
    expect(json.changedElsewhere).toBe(2 - told.length);
  });

  test("at most 100 at once", async () => {
    const query = Array.from({ length: 101 }, (_, at) => `deviceIds=${at}`).join("&");
    const { status, json } = await world.call("GET", `${deployment}/pulse?${query}`);
    expect([status, json.details[0].field]).toEqual([400, "deviceIds"]);
  });
});
