import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { decodeTag } from "#contract/tag.ts";
import { decodeData } from "#contract/page.ts";
import { read, write } from "./call.ts";
import { apiAnswersAfter, client, worldNowMs } from "./client.ts";
import { ApiError } from "./error.ts";

const tag = { id: "t1", name: "region=nord", createdAt: "2026-11-20T08:00:00.000Z" };
const json = (body: unknown, init: ResponseInit = {}) => Response.json(body, init);
const html = (status: number) =>
  new Response("<html><h1>Bad Gateway</h1></html>", { status, headers: { "Content-Type": "text/html" } });
const truncated = () => new Response('{"data":{"id":"t1","na', { headers: { "Content-Type": "application/json" } });
const lost = () => Promise.reject(new TypeError("fetch failed"));

type Answering = (request: Request) => Response | Promise<Response>;

/** A backend that gives these answers one after the other and keeps what it was asked. */
function backend(...answers: readonly Answering[]): { readonly requests: Request[] } {
  const requests: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    requests.push(request.clone());
    const answer = answers[requests.length - 1];
    if (answer === undefined) throw new Error(`No answer for request ${requests.length}`);
    return answer(request);
  });
  return { requests };
}

const scope = { organizationId: "o", projectId: "p" };
const readTag = (signal?: AbortSignal) =>
  read({ what: "the tag", ...(signal ? { signal } : {}), decode: decodeData("tag", decodeTag) }, (init) =>
    client.GET("/v1/projects/{projectId}/tags/{tagId}", { params: { path: { ...scope, tagId: "t1" } }, ...init }),
  );
const createTag = (key?: string) =>
  write({ what: "create the tag", ...(key ? { key } : {}), decode: decodeData("tag", decodeTag) }, (init) =>
    client.POST("/v1/projects/{projectId}/tags", { params: { path: scope }, body: { name: "region=nord" }, ...init }),
  );
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail("the call should have failed"),
    (error: unknown) => (error instanceof ApiError ? error.failure : expect.fail(String(error))),
  );

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  apiAnswersAfter(Promise.resolve());
});

test("an answer is decoded once, into the words of the domain", async () => {
  backend(() => json({ data: tag }));
  expect(await readTag()).toEqual({ id: "t1", name: "region=nord", createdAtMs: 1795161600000 });
});

test("a write whose answer was lost is sent again under the same key, and done once", async () => {
  const { requests } = backend(lost, () => json({ data: tag }));
  expect(await createTag("key-1")).toMatchObject({ id: "t1" });
  expect(requests.map((request) => request.headers.get("Idempotency-Key"))).toEqual(["key-1", "key-1"]);
  expect(await Promise.all(requests.map((request) => request.json()))).toEqual([
    { name: "region=nord" },
    { name: "region=nord" },
  ]);
});

test("a write without a key is never sent twice", async () => {
  const { requests } = backend(lost);
  expect(await failureOf(createTag())).toMatchObject({ kind: "unreachable" });
  expect(requests).toHaveLength(1);
});

test("three tries, then the reader is told", async () => {
  const { requests } = backend(lost, lost, lost);
  const failure = await failureOf(readTag());
  expect(failure).toMatchObject({ kind: "unreachable" });
  expect(failure.message).toMatch(/^The backend did not answer, so the tag could not be loaded\./);
  expect(requests).toHaveLength(3);
});

test("an HTML 502 is a normal error", async () => {
  backend(
    () => html(502),
    () => html(502),
    () => html(502),
  );
  expect(await failureOf(readTag())).toEqual({
    kind: "broken",
    message:
      'The answer to "load the tag" could not be read (HTTP 502). Try again; if it stays so, look at the backend or a proxy before it.',
  });
});

test("an HTML page in place of JSON is a normal error, even with status 200", async () => {
  const { requests } = backend(() => html(200));
  expect(await failureOf(createTag())).toMatchObject({ kind: "broken" });
  expect(requests).toHaveLength(1);
});

test("JSON that was cut short is asked for again", async () => {
  backend(truncated, () => json({ data: tag }));
  expect(await readTag()).toMatchObject({ id: "t1" });
});

test("a refusal is not asked again", async () => {
  const body = { code: 6, message: "tag name already being used", details: [] };
  const { requests } = backend(() => json(body, { status: 409 }));
  expect(await failureOf(createTag("key-1"))).toEqual({
    kind: "conflict",
    problem: "already-exists",
    message: "Could not create the tag: tag name already being used.",
  });
  expect(requests).toHaveLength(1);
});

test("an answer that breaks the contract names the field", async () => {
  const { requests } = backend(() => json({ data: { id: "t1", name: "x" } }));
  const failure = await failureOf(readTag());
  expect(failure).toMatchObject({ kind: "contract" });
  expect(failure.message).toContain("tag.createdAt is missing");
  expect(requests).toHaveLength(1);
});

test("the control revision that was seen travels as If-Match", async () => {
  const { requests } = backend(() => json({ data: tag }));
  await write({ what: "cancel the rest", key: "k", ifMatch: "3", decode: () => undefined }, (init) =>
    client.POST("/v1/projects/{projectId}/tags", { params: { path: scope }, body: {}, ...init }),
  );
  expect(requests[0]?.headers.get("If-Match")).toBe('"3"');
});

test("a question that nobody waits for any more is neither answered nor asked again", async () => {
  const leaving = new AbortController();
  const { requests } = backend(() => {
    leaving.abort();
    return lost();
  });
  await expect(readTag(leaving.signal)).rejects.toMatchObject({ name: "AbortError" });
  expect(requests).toHaveLength(1);
});

test("calls wait until the backend has started", async () => {
  const { requests } = backend(() => json({ data: tag }));
  let started = () => {};
  apiAnswersAfter(new Promise<void>((resolve) => (started = resolve)));
  const reading = readTag();
  await Promise.resolve();
  expect(requests).toHaveLength(0);
  started();
  expect(await reading).toMatchObject({ id: "t1" });
});

describe("the backend's time is taken from its answers", () => {
  test.each([
    ["Date, where there is no other", { Date: "Wed, 01 Jan 2020 00:00:00 GMT" }, 1577836800000],
    [
      "x-slipway-now",
      { "x-slipway-now": "2031-01-01T00:00:00.250Z", Date: "Sat, 21 Nov 2026 08:00:00 GMT" },
      1924992000250,
    ],
    ["not Date, once there was another", { Date: "Wed, 01 Jan 2020 00:00:00 GMT" }, 1924992000250],
  ])("%s", async (_which, headers, atMs) => {
    vi.spyOn(performance, "now").mockReturnValue(1_000);
    backend(() => json({ data: tag }, { headers }));
    await readTag();
    expect(worldNowMs()).toBe(atMs);
  });
});
