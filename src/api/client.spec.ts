import { expect, test } from "vitest";
import { noteAnswer, worldNowMs } from "./client.ts";

const worldMs = Date.parse("2026-11-21T09:00:00Z");

test("a proxy's date does not become the world's time when the backend is away", () => {
  noteAnswer(new Headers({ "x-slipway-now": "2026-11-21T09:00:00Z" }));
  noteAnswer(new Headers({ Date: "Sat, 21 Nov 2026 12:00:00 GMT" }));
  expect(worldNowMs() - worldMs).toBeLessThan(60_000);
});
