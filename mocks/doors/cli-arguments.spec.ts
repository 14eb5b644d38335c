import { expect, test } from "vitest";
import { serveOptionsOf } from "./cli-arguments.ts";

test("nothing asked for is nothing set", () => {
  expect(serveOptionsOf([])).toEqual({});
});

test("everything can be said", () => {
  const said = "--port 8080 --host 0.0.0.0 --world empty --seed s --epoch 2026-01-01T00:00:00Z --speed 60";
  expect(
    serveOptionsOf([...said.split(" "), "--journal", "j.jsonl", "--actor", "jo", "--api-key", "k", "--base-only"]),
  ).toEqual({
    port: 8080,
    host: "0.0.0.0",
    world: "empty",
    seed: "s",
    epochMs: 1_767_225_600_000,
    speed: 60,
    journalFile: "j.jsonl",
    actor: "jo",
    apiKey: "k",
    baseOnly: true,
  });
});

test.each([
  [["--port", "x"], "--port x is no port. Give a number from 1 to 65535, or leave it out for a free one."],
  [["--port", "65536"], "--port 65536 is no port. Give a number from 1 to 65535, or leave it out for a free one."],
  [
    ["--world", "mars"],
    'There is no world "mars". There are demo, empty, failing-rollout, bad-build, history, large, many-cohorts, million.',
  ],
  [["--epoch", "soon"], "--epoch soon is no date. Give one such as 2026-01-01T00:00:00Z."],
  [["--speed", "0"], "--speed 0 is out of bounds. Give world seconds a second, from 1 to 3600."],
  [["--actor", " "], "--actor is empty. Give it a value or leave it out."],
])("%j is refused in a sentence", (argv, message) => {
  expect(() => serveOptionsOf(argv)).toThrow(message);
});

test.each([[["--colour", "red"]], [["left-over"]], [["--port"]]])("%j is refused with what is known", (argv) => {
  expect(() => serveOptionsOf(argv)).toThrow("Known are --port --host --world");
});
