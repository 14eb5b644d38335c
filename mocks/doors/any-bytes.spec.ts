import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveMockBackend, type ServedBackend } from "./serve.ts";

let served: ServedBackend;
beforeAll(async () => {
  served = await serveMockBackend({ world: "empty" });
});
afterAll(() => served.close());

test.each([
  ["no HTTP at all", "hello\r\n\r\n", 400],
  ["a method nobody knows", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["a method that fetch forbids", "TRACE /v1/me HTTP/1.1\r\nHost: a\r\n\r\n", 405],
  ["no host", "GET /v1/me HTTP/1.1\r\n\r\n", 400],
  ["a host that is none", "GET /v1/me HTTP/1.1\r\nHost: a b/\r\n\r\n", 400],
  ["headers of 40 KB", `GET /v1/me HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(40_000)}\r\n\r\n`, 431],
  ["an address of 40 KB", `GET /v1/${"x".repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
  ["a chunk that is none", "POST /v1/projects HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n", 400],
  ["two lengths", "POST /v1/projects HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", 400],
  ["an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400],
])("over real HTTP, %s gets the declared body", async (_, bytes, status) => {
  const reply = await rawReply(bytes);
  const [head = "", body = ""] = reply.split("\r\n\r\n");
  expect(Number(head.split(" ")[1])).toBe(status);
  expect(head).toMatch(/^x-slipway-now: \d{4}-/im);
  expect(JSON.parse(body.slice(body.indexOf("{"), body.lastIndexOf("}") + 1))).toMatchObject({
    code: expect.any(Number),
    message: expect.any(String),
    details: [{ "@type": "slipway.dev/Problem" }],
  });
});

function rawReply(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = "";
    const { hostname, port } = new URL(served.origin);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding("utf8");
    socket.on("data", (part: string) => {
      reply += part;
      if (reply.includes("}]}")) socket.destroy();
    });
    socket.on("close", () => resolve(reply));
    socket.on("error", reject);
  });
}
