import { expect, test } from "vitest";
import { siteArguments } from "./arguments.ts";

test.each([
  [[], { host: "127.0.0.1" }],
  [["--port", "8080"], { host: "127.0.0.1", port: 8080 }],
  [["--host", "0.0.0.0", "--backend", "http://127.0.0.1:9000/"], { host: "0.0.0.0", backend: "http://127.0.0.1:9000" }],
  [
    ["--backend", "http://127.0.0.1:9000", "--api-key", "k1"],
    { host: "127.0.0.1", backend: "http://127.0.0.1:9000", apiKey: "k1" },
  ],
])("%j is understood", (argv, expected) => {
  expect(siteArguments(argv)).toEqual(expected);
});

test.each([
  [["--port", "0"], "--port 0 is no port. Give a number from 1 to 65535, or leave it out for a free one."],
  [["--port", "80a"], "--port 80a is no port. Give a number from 1 to 65535, or leave it out for a free one."],
  [["--port", "65536"], "--port 65536 is no port. Give a number from 1 to 65535, or leave it out for a free one."],
  [
    ["--backend", "localhost"],
    "--backend localhost is no origin. Give one such as http://127.0.0.1:8080, without a path.",
  ],
  [
    ["--backend", "http://a.test/v1"],
    "--backend http://a.test/v1 is no origin. Give one such as http://127.0.0.1:8080, without a path.",
  ],
  [["--api-key", "k1"], "--api-key is for a backend. Name it with --backend."],
])("%j is refused in a sentence", (argv, sentence) => {
  expect(() => siteArguments(argv)).toThrow(sentence);
});

test("an unknown option names the known ones", () => {
  expect(() => siteArguments(["--prot", "1"])).toThrow("Known are --port, --host, --backend and --api-key.");
});
