import { expect, test } from "vitest";
import openapi from "../../src/contract/openapi.yaml?raw";
import { declaredAnswers } from "./declared-answers.ts";
import { servedWorld } from "./every-host.ts";

const PREVIEW = { filter: { tagIds: [], blueprintIds: [] } };

/** Looks at a world from its lists to its single targets; each answer is held against the contract by `servedWorld`. */
async function lookedThrough(name: string): Promise<number> {
  const { call } = await servedWorld("fetch", { world: name });
  let looks = 0;
  const get = async (path: string) => {
    looks += 1;
    const { json, status, text } = await call("GET", path);
    expect([path, status, text]).toEqual([path, 200, expect.anything()]);
    return json;
  };
  const now = (await get("/v1/world")).now;
  const [organization] = (await get("/v1/organizations")).list;
  const [project] = (await get("/v1/projects")).list;
  const [O, P] = [`/v1/organizations/${organization.id}/projects/${project.id}`, `/v1/projects/${project.id}`];
  for (const list of ["audit", "packages", "ota-events", "ota-events/stats"]) await get(`${O}/${list}`);
  for (const list of ["artifacts", "tags", "blueprints", "devices?facets=true"]) await get(`${P}/${list}`);
  const { list: devices } = await get(`${P}/devices?sort=-lastSeen&perPage=3`);
  for (const { id } of devices) await get(`${P}/devices/${id}/history`);
  await call("POST", `${O}/cohorts/filter-preview`, { body: PREVIEW });
  for (const { cohortId } of (await get(`${O}/cohorts?sort=trouble&perPage=3`)).list) {
    const cohort = `${O}/cohorts/${cohortId}`;
    for (const at of ["", `?at=${now}`]) await get(`${cohort}${at}`);
    await get(`${P}/devices?cohortId=${cohortId}&at=${now}&perPage=5`);
    for (const { artifactIds, deploymentId } of (await get(`${cohort}/deployments?perPage=3`)).list) {
      const deployment = `${cohort}/deployments/${deploymentId}`;
      await call("POST", `${cohort}/impact`, { body: { artifactIds, plan: { preset: "standard" } } });
      for (const part of ["", "/events", "/pulse", "/manifest", `?at=${now}`]) await get(`${deployment}${part}`);
      const targets = (await get(`${deployment}/targets?sort=trouble&perPage=3`)).list;
      for (const { deviceId } of targets) {
        const target = `${deployment}/targets/${deviceId}`;
        for (const part of ["", "/why", "/log", `?at=${now}`]) await get(`${target}${part}`);
        await get(`${deployment}/pulse?deviceIds=${deviceId}`);
      }
    }
  }
  return looks;
}

test("what is answered of a world with a past is what the contract declares", async () => {
  expect(await lookedThrough("demo")).toBeGreaterThan(100);
});

const undeclared = declaredAnswers(openapi);

test.each<[what: string, method: string, path: string, status: number, json: unknown, said: readonly string[]]>([
  ["as declared", "GET", "/v1/me", 200, { actor: "a", roles: [] }, []],
  ["without a field", "GET", "/v1/me", 200, { actor: "a" }, [".roles is missing"]],
  ["with a field of ours", "GET", "/v1/me", 200, { actor: "a", roles: [], age: 7 }, [".age is not declared"]],
  [
    "with another type",
    "GET",
    "/v1/me",
    200,
    { actor: 7, roles: [7] },
    [".actor is no string", ".roles[] is no string"],
  ],
  ["with another status", "GET", "/v1/me", 201, {}, ["201 is not declared"]],
  ["a refusal", "GET", "/v1/me", 404, { code: 5, message: "x", details: [] }, []],
  ["a refusal without its words", "GET", "/v1/me", 404, { code: 5 }, [".message is missing"]],
  ["nothing to do", "GET", "/device/x/.u/desired", 200, {}, []],
  ["half a manifest", "GET", "/device/x/.u/desired", 200, { hash: "x" }, [" is none of what it may be"]],
  ["of no operation", "GET", "/v1/nothing", 200, { any: 1 }, []],
])("an answer is held against it: %s", (_, method, path, status, json, said) => {
  expect(undeclared(method, path, { status, headers: new Headers(), json })).toEqual(said);
});
