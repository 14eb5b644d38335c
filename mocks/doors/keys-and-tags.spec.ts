import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOSTS, servedWorld, type ServedWorld } from "./every-host.ts";

describe.each(HOSTS)("keys and revisions over %s", (host) => {
  let world: ServedWorld;
  let O: string;
  let deployments: string;
  let artifactId: string;
  beforeAll(async () => {
    world = await servedWorld(host);
    O = `/v1/organizations/${(await world.call("GET", "/v1/organizations")).json.list[0].id}/projects/harbour-sensors`;
    await world.call("POST", `${O}/packages`, { body: { packageId: "main" } });
    const file = { projectId: "harbour-sensors", package: "main", version: "1.0.0", content: "AAEC" };
    artifactId = (await world.call("POST", "/v1/artifacts", { body: file })).json.data.id;
    const cohort = await world.call("POST", `${O}/cohorts`, { body: { name: "Pier" } });
    deployments = `${O}/cohorts/${cohort.json.data.cohortId}/deployments`;
  });
  afterAll(() => world.close());

  const keyed = (key: string) => ({ "idempotency-key": key });
  const total = async () => (await world.call("GET", deployments)).json.total;

  test("twenty requests with one key start one deployment", async () => {
    const asked = { body: { name: "Once", artifactIds: [artifactId] }, headers: keyed("twenty") };
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.call("POST", deployments, asked)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].every((status) => status === 200 || status === 409)).toBe(true);
    expect(await total()).toBe(1);
    const again = await world.call("POST", deployments, asked);
    const first = answers.find(({ status }) => status === 200);
    expect(again.text).toBe(first?.text);
    expect(again.headers.get("etag")).toBe(first?.headers.get("etag"));
  });

  test("the same key with another payload is refused", async () => {
    const asked = { body: { name: "Other", artifactIds: [artifactId] }, headers: keyed("twenty") };
    const { status, json } = await world.call("POST", deployments, asked);
    expect([status, json.details[0].field]).toEqual([422, "Idempotency-Key"]);
    expect(await total()).toBe(1);
  });

  test("a refusal is not kept: the same key may be used once the request is right", async () => {
    const headers = keyed("second-try");
    expect((await world.call("POST", `${O}/cohorts`, { body: { name: "" }, headers })).status).not.toBe(200);
    expect((await world.call("POST", `${O}/cohorts`, { body: { name: "Right" }, headers })).status).toBe(200);
  });

  test("requests without a key are taken, each for itself", async () => {
    const asked = { body: { name: "Twice", artifactIds: [artifactId] } };
    await world.call("POST", deployments, asked);
    await world.call("POST", deployments, asked);
    expect(await total()).toBe(3);
  });

  test("a control act says which revision it has seen", async () => {
    const [{ deploymentId }] = (await world.call("GET", deployments)).json.list;
    const deployment = `${deployments}/${deploymentId}`;
    const tag = (await world.call("GET", deployment)).headers.get("etag") ?? "";
    expect((await world.call("POST", `${deployment}/cancel`, { body: {} })).status).toBe(428);
    const stale = await world.call("POST", `${deployment}/cancel`, { body: {}, headers: { "if-match": '"old"' } });
    expect(stale.status).toBe(412);
    expect(stale.json.details[0].facts).toMatchObject({
      acts: ["pause", "promote", "cancel", "complete", "retry"],
      state: "pending",
    });
    const done = await world.call("POST", `${deployment}/cancel`, { body: {}, headers: { "if-match": tag } });
    expect([done.status, done.json.data.state]).toEqual([200, "cancelled"]);
    expect(done.headers.get("etag")).not.toBe(tag);
    const late = await world.call("POST", `${deployment}/cancel`, { body: {}, headers: { "if-match": tag } });
    expect([late.status, late.json.details[0].facts]).toEqual([412, { acts: [], state: "cancelled" }]);
  });

  test("an answer that is lost after its effect is answered again by its key", async () => {
    await world.call("PUT", "/v1/world", { body: { faults: { nextAnswers: ["lost-after"] } } });
    const asked = { body: { name: "Lost", artifactIds: [artifactId] }, headers: keyed("lost") };
    await expect(world.call("POST", deployments, asked)).rejects.toThrow(TypeError);
    const { status, json } = await world.call("POST", deployments, asked);
    expect([status, json.data.name, await total()]).toEqual([200, "Lost", 4]);
  });

  test.each([
    ["lost-before", "throws", 0],
    ["error", 503, 0],
    ["html", 502, 0],
    ["truncated", 200, 1],
  ] as const)("the next write can be spoilt: %s", async (how, outcome, made) => {
    const before = (await world.call("GET", `${O}/cohorts`)).json.total;
    await world.call("PUT", "/v1/world", { body: { faults: { nextAnswers: [how] } } });
    const body = { name: `Spoilt ${how}` };
    // A body that is cut short is no JSON, so this reads it as text.
    const spoilt = await world
      .call("POST", `${O}/cohorts`, { body })
      .catch((error: unknown) => (error instanceof SyntaxError ? { status: 200 } : { status: "throws" }));
    expect(spoilt.status).toBe(outcome);
    expect((await world.call("GET", `${O}/cohorts`)).json.total - before).toBe(made);
  });
});
