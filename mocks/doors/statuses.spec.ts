import { beforeAll, describe, expect, test } from "vitest";
import { servedWorld, type Asked, type ServedWorld } from "./every-host.ts";

const P = "/v1/projects/harbour-sensors";
const NOBODY = "0123456789abcdef01234567";

let world: ServedWorld;
let O: string;
let C: string;
let D: string;
let asleep: string;
beforeAll(async () => {
  world = await servedWorld("fetch");
  O = `/v1/organizations/${(await world.call("GET", "/v1/organizations")).json.list[0].id}/projects/harbour-sensors`;
  await world.call("POST", `${O}/packages`, { body: { packageId: "main" } });
  const file = { projectId: "harbour-sensors", package: "main", version: "1.0.0", content: "AAEC" };
  const { data: artifact } = (await world.call("POST", "/v1/artifacts", { body: file })).json;
  const { data: cohort } = (await world.call("POST", `${O}/cohorts`, { body: { name: "Taken" } })).json;
  C = `${O}/cohorts/${cohort.cohortId}`;
  const deployments = `${C}/deployments`;
  const start = { body: { name: "First", artifactIds: [artifact.id] } };
  D = `${deployments}/${(await world.call("POST", deployments, start)).json.data.deploymentId}`;
  const { data: device } = (
    await world.call("POST", `${P}/devices`, { body: { name: "asleep", cohortId: cohort.cohortId } })
  ).json;
  asleep = device.id;
  await world.call("PATCH", `${P}/devices/${asleep}`, { body: { enabled: false } });
});

type Row = readonly [status: number, code: number, why: string, method: string, path: string, asked?: Asked];

const any = { "if-match": "*" };
const rows: readonly Row[] = [
  [400, 3, "a field that holds what it may not", "POST", "O/cohorts", { body: { name: 7 } }],
  [400, 3, "a field that only ours would know", "POST", "O/cohorts/filter-preview", { body: { filters: {} } }],
  [400, 3, "a query that is no number", "GET", "D/events?since=x"],
  [
    400,
    3,
    "a body that is no JSON",
    "POST",
    "O/cohorts",
    { body: "{", headers: { "content-type": "application/json" } },
  ],
  [403, 7, "a device that is disabled", "GET", "/device/ASLEEP/.u/desired"],
  [404, 5, "a thing nobody knows", "GET", `P/devices/${NOBODY}`],
  [404, 5, "a rehearsal that was forgotten", "GET", "C/rehearsals/x"],
  [405, 12, "another method", "PATCH", "O/audit"],
  [409, 10, "an act that the state forbids", "POST", "D/resume", { headers: any }],
  [409, 6, "a name that is taken", "POST", "O/cohorts", { body: { name: "Taken" } }],
  [410, 11, "an order that is not kept", "GET", "D/targets?order=x"],
  [410, 11, "a revision that is not known", "GET", "D/pulse?since=999999"],
  [412, 9, "a revision that has passed", "POST", "D/cancel", { headers: { "if-match": '"0"' } }],
  [413, 8, "a body that is too large", "POST", "O/cohorts", { body: { name: "x".repeat(4_200_000) } }],
  [414, 3, "an address that is too long", "GET", `P/devices?term=${"x".repeat(12_000)}`],
  [415, 3, "another media type", "POST", "O/cohorts", { body: "a=1", headers: { "content-type": "text/plain" } }],
  [422, 3, "a deployment of nothing", "POST", "C/deployments", { body: { name: "A", artifactIds: [] } }],
  [
    422,
    3,
    "a file without bytes",
    "POST",
    "P/artifact-uploads",
    { body: { package: "main", version: "2", size: "0" } },
  ],
  [428, 9, "an act without a revision", "POST", "D/cancel"],
  [501, 12, "what is not done here", "POST", "/v1/organizations", { body: { name: "Second" } }],
];

describe("each status with its gRPC code, in the declared body", () => {
  test.for(rows)("%i, %i: %s", async ([status, code, , method, path, asked]) => {
    const roots: Readonly<Record<string, string>> = { C, D, O, P };
    const whole = path.replace(/^[CDOP](?=\/)/, (letter) => roots[letter]!).replace("ASLEEP", asleep);
    const answer = await world.call(method, whole, asked);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json).toEqual({
      code,
      message: expect.stringMatching(/\S/),
      details: [expect.objectContaining({ "@type": "slipway.dev/Problem", problem: expect.any(String) })],
    });
    expect(answer.headers.get("x-slipway-now")).toMatch(/^2026-11-21T/);
  });

  test("401, 16: a key that is missing", async () => {
    const locked = await servedWorld("fetch", { apiKey: "k" });
    const { status, json } = await locked.call("GET", "/v1/me");
    expect([status, json.code]).toEqual([401, 16]);
  });

  test("416, 11: a range beyond the file", async () => {
    const { list } = (await world.call("GET", `${P}/artifacts`)).json;
    const headers = { range: "bytes=9-" };
    const { status, json } = await world.call("GET", `${P}/artifacts/${list[0].id}/content`, { headers });
    expect([status, json.code]).toEqual([416, 11]);
  });

  test("503, 14: a backend that is out of order", async () => {
    await world.call("PUT", "/v1/world", { body: { faults: { nextAnswers: ["error"] } } });
    const { status, json } = await world.call("POST", `${O}/cohorts`, { body: { name: "Lost" } });
    expect([status, json.code]).toEqual([503, 14]);
  });
});
