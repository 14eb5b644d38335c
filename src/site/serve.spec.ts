import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen } from "./listen.ts";
import { siteServer } from "./serve.ts";

const asPage = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8", "sec-fetch-dest": "document" } };
const passedOn = { headers: { accept: "text/html,*/*;q=0.8", "sec-fetch-dest": "empty" } };
const byFetch = { headers: { accept: "*/*", "sec-fetch-dest": "empty" } };
const asScript = { headers: { accept: "*/*", "sec-fetch-dest": "script" } };
const servers: Server[] = [];
let directory = "";
let demo = "";

async function serving(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "site-"));
  await mkdir(join(directory, "assets"));
  await writeFile(join(directory, "index.html"), "<!doctype html><title>Slipway</title>");
  await writeFile(join(directory, "assets/app-abc.js"), "export {};");
  await writeFile(join(directory, "assets/app-abc.js.gz"), gzipSync("export {};"));
  await writeFile(join(directory, "mockServiceWorker.js"), "// worker");
  demo = await serving(await siteServer({ directory }));
});
afterAll(async () => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  await rm(directory, { recursive: true });
});

describe("the files of the site", () => {
  test.each([
    ["/", asPage, 200, "text/html; charset=utf-8"],
    ["/projects/harbour/cohorts?term=a.b", asPage, 200, "text/html; charset=utf-8"],
    ["/projects/harbour/packages/ca-certs.v2", asPage, 200, "text/html; charset=utf-8"],
    ["/projects/harbour/cohorts", {}, 200, "text/html; charset=utf-8"],
    ["/projects/harbour/cohorts/4a5c", passedOn, 200, "text/html; charset=utf-8"],
    ["/projects/harbour/cohorts/4a5c", byFetch, 404, "text/plain; charset=utf-8"],
    ["/assets/app-abc.js", asScript, 200, "text/javascript; charset=utf-8"],
    ["/assets/app-old.js", asScript, 404, "text/plain; charset=utf-8"],
    ["/assets/app-old.js", asPage, 404, "text/plain; charset=utf-8"],
    ["/projects/harbour/cohorts", asScript, 404, "text/plain; charset=utf-8"],
    ["/missing.png", asPage, 404, "text/plain; charset=utf-8"],
    ["/assets/app-abc.js.gz", {}, 404, "text/plain; charset=utf-8"],
    ["/../../package.json", {}, 404, "text/plain; charset=utf-8"],
    ["/%2e%2e/package.json", {}, 404, "text/plain; charset=utf-8"],
  ])("%s as %j is answered %i", async (path, init, status, type) => {
    const answer = await fetch(demo + path, init);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, type]);
  });

  test("are kept for ever when their name holds a hash, and asked for again when not", async () => {
    const cacheOf = async (path: string) => (await fetch(demo + path, asPage)).headers.get("cache-control");
    expect(await cacheOf("/assets/app-abc.js")).toBe("public, max-age=31536000, immutable");
    expect(await cacheOf("/")).toBe("no-cache");
    expect(await cacheOf("/mockServiceWorker.js")).toBe("no-cache");
  });

  test("come compressed when the client takes it, and not at all when it has them", async () => {
    const answer = await fetch(`${demo}/assets/app-abc.js`, { headers: { "accept-encoding": "gzip" } });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(await answer.text()).toBe("export {};");
    const etag = answer.headers.get("etag") ?? "";
    expect((await fetch(`${demo}/assets/app-abc.js`, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  test("are not written to", async () => {
    const answer = await fetch(demo, { method: "POST", body: "x" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test("carry the policy of what a page may load", async () => {
    const { headers } = await fetch(demo, asPage);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self';");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("the way to the backend", () => {
  test("leads nowhere in the demo, and says so as the contract declares errors", async () => {
    const answer = await fetch(`${demo}/v1/projects`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 14, details: [{ problem: "unavailable" }] });
  });

  test("passes method, path, body, status and headers through", async () => {
    const backend = await serving(
      createServer((request, response) => {
        response.writeHead(201, {
          "x-slipway-now": "2026-11-17T14:32:00Z",
          "x-asked": `${request.method} ${request.url}`,
        });
        request.pipe(response);
      }),
    );
    const site = await serving(await siteServer({ directory, backend }));
    const answer = await fetch(`${site}/v1/projects?term=a%2Fb`, { method: "POST", body: "hello" });
    expect([answer.status, answer.headers.get("x-asked"), answer.headers.get("x-slipway-now")]).toEqual([
      201,
      "POST /v1/projects?term=a%2Fb",
      "2026-11-17T14:32:00Z",
    ]);
    expect(await answer.text()).toBe("hello");
    expect((await fetch(`${site}/device/d1/.u/desired`)).headers.get("x-asked")).toBe("GET /device/d1/.u/desired");
  });

  test("adds the key that lets it in, in place of whatever the browser sent", async () => {
    const backend = await serving(createServer((request, response) => response.end(request.headers["x-api-key"])));
    const site = await serving(await siteServer({ directory, backend, apiKey: "k1" }));
    expect(await (await fetch(`${site}/v1/me`, { headers: { "x-api-key": "mine" } })).text()).toBe("k1");
  });

  test("answers a backend that is gone with a declared error that names it", async () => {
    const gone = createServer();
    const backend = await serving(gone);
    await new Promise((resolve) => gone.close(resolve));
    const site = await serving(await siteServer({ directory, backend }));
    const answer = await fetch(`${site}/v1/projects`, { method: "POST", body: "x".repeat(100_000) });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 14, message: `The backend at ${backend} does not answer.` });
  });

  test("breaks the answer off when the backend does, so that a half one is never taken for whole", async () => {
    const backend = await serving(
      createServer((_request, response) => {
        response.writeHead(200, { "content-length": "1000" });
        response.write("half", () => response.destroy());
      }),
    );
    const site = await serving(await siteServer({ directory, backend }));
    await expect(fetch(`${site}/v1/projects`).then((answer) => answer.text())).rejects.toThrow();
  });
});

test("a port that is taken is said in a sentence", async () => {
  const port = Number(new URL(demo).port);
  await expect(listen(createServer(), { host: "127.0.0.1", port })).rejects.toThrow(
    `Port ${port} is taken. Give another with --port, or leave it out for a free one.`,
  );
});
