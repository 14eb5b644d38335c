import { beforeAll, describe, expect, test } from "vitest";
import { servedWorld, type ServedWorld } from "./every-host.ts";

let world: ServedWorld;
let organization: string;
beforeAll(async () => {
  world = await servedWorld("fetch");
  organization = `/v1/organizations/${(await world.call("GET", "/v1/organizations")).json.list[0].id}`;
});

describe("the organization", () => {
  test("gets another name and a website, and keeps what is not named", async () => {
    expect((await world.call("PATCH", organization, { body: { name: " Harbour " } })).json.data.name).toBe("Harbour");
    const { json } = await world.call("PUT", organization, { body: { website: "https://harbour.example" } });
    expect(json.data).toMatchObject({ name: "Harbour", website: "https://harbour.example" });
    const { json: bare } = await world.call("PATCH", organization, { body: { website: "" } });
    expect(bare.data).not.toHaveProperty("website");
  });

  test.each([
    ["a blank name", { name: " " }, "name"],
    ["a website of 2,001 characters", { website: "x".repeat(2_001) }, "website"],
    ["a name that is none", { name: 7 }, "name"],
  ])("is refused %s", async (_, body, field) => {
    const { status, json } = await world.call("PATCH", organization, { body });
    expect([status, json.details[0].field]).toEqual([400, field]);
  });

  test("is the only one: another cannot be made, and there is none of another id", async () => {
    const made = await world.call("POST", "/v1/organizations", { body: { name: "Second" } });
    expect([made.status, made.json.code]).toEqual([501, 12]);
    expect((await world.call("PATCH", "/v1/organizations/x", { body: { name: "Y" } })).status).toBe(404);
  });
});

describe("a project", () => {
  test("is made, renamed, and deleted with everything in it", async () => {
    const { json } = await world.call("POST", "/v1/projects", { body: { name: "Second" } });
    const project = `/v1/projects/${json.data.id}`;
    const scope = `${organization}/projects/${json.data.id}`;
    const { json: cohort } = await world.call("POST", `${scope}/cohorts`, { body: { name: "All" } });
    const device = { name: "buoy-1", cohortId: cohort.data.cohortId };
    const deviceId = (await world.call("POST", `${project}/devices`, { body: device })).json.data.id;
    expect((await world.call("PUT", project, { body: { name: "Buoys" } })).json.data.name).toBe("Buoys");

    expect((await world.call("DELETE", project)).status).toBe(200);
    expect((await world.call("GET", "/v1/projects")).json.list).toHaveLength(1);
    expect((await world.call("GET", `${scope}/cohorts`)).status).toBe(404);
    expect((await world.call("GET", `/device/${deviceId}/.u/desired`)).status).toBe(404);
    expect((await world.call("DELETE", project)).status).toBe(404);
  });

  test("is changed by a PUT in what its mask names, and by one without a mask in all that it sends", async () => {
    const { json } = await world.call("POST", "/v1/projects/harbour-sensors/devices", { body: { name: "masked" } });
    const device = `/v1/projects/harbour-sensors/devices/${json.data.id}`;
    const body = { name: "unmasked", enabled: false };
    const { json: some } = await world.call("PUT", `${device}?updateMask=tagIds, name`, { body });
    expect(some.data).toMatchObject({ name: "unmasked", enabled: true });
    expect((await world.call("PUT", device, { body })).json.data.enabled).toBe(false);
  });

  test("keeps its name when another is refused", async () => {
    const { status, json } = await world.call("PATCH", "/v1/projects/harbour-sensors", { body: { name: "" } });
    expect([status, json.details[0].field]).toEqual([400, "name"]);
    const { json: project } = await world.call("GET", "/v1/projects/harbour-sensors");
    expect(project.data.name).toBe("Harbour sensors");
  });
});
