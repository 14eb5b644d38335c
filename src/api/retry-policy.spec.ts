import { describe, expect, test } from "vitest";
import { retryAfterMsOf, retryDelayMs } from "./retry-policy.ts";

const first = { tries: 1, repeatable: true, online: true, random: 0.5 };

describe("whether there is another try", () => {
  test.each([
    ["no answer at all", { garbled: false }, first, true],
    ["a body cut short", { garbled: true }, first, true],
    ["502, a proxy without its backend", { status: 502, garbled: false }, first, true],
    ["503, be back soon", { status: 503, garbled: false }, first, true],
    ["429, too many", { status: 429, garbled: false }, first, true],
    ["500, once more may do", { status: 500, garbled: false }, first, true],
    ["409 with Retry-After, still running", { status: 409, garbled: false, retryAfterMs: 1_000 }, first, true],
    ["409, a real conflict", { status: 409, garbled: false }, first, false],
    ["404 stays 404", { status: 404, garbled: false }, first, false],
    ["412 stays stale", { status: 412, garbled: false }, first, false],
    ["422 stays wrong", { status: 422, garbled: false }, first, false],
    ["501 stays unimplemented", { status: 501, garbled: false }, first, false],
    ["a write without a key", { garbled: false }, { ...first, repeatable: false }, false],
    ["while offline", { garbled: false }, { ...first, online: false }, false],
    ["after the second try", { garbled: false }, { ...first, tries: 2 }, true],
    ["after the third try", { garbled: false }, { ...first, tries: 3 }, false],
    ["asked to wait too long", { status: 503, garbled: false, retryAfterMs: 60_000 }, first, false],
  ])("%s", (_what, failed, context, again) => {
    expect(retryDelayMs(failed, context) !== undefined).toBe(again);
  });
});

describe("how long until the next try", () => {
  test.each([
    ["anywhere from now", { garbled: false }, { ...first, random: 0 }, 0],
    ["up to 400 ms after the first", { garbled: false }, { ...first, random: 0.999 }, 399.6],
    ["up to 800 ms after the second", { garbled: false }, { ...first, tries: 2 }, 400],
    ["never less than was asked for", { status: 503, garbled: false, retryAfterMs: 2_000 }, first, 2_000],
    ["nor less than the jitter", { status: 503, garbled: false, retryAfterMs: 100 }, first, 200],
  ])("%s", (_what, failed, context, delayMs) => {
    expect(retryDelayMs(failed, context)).toBeCloseTo(delayMs);
  });
});

test.each([
  ["2", 2_000],
  ["0", 0],
  ["-1", 0],
  ["Sat, 21 Nov 2026 08:00:05 GMT", 5_000],
  ["Sat, 21 Nov 2026 07:00:00 GMT", 0],
  ["soon", undefined],
  ["", undefined],
  [null, undefined],
])("Retry-After: %s", (header, delayMs) => {
  expect(retryAfterMsOf(header, Date.parse("2026-11-21T08:00:00Z"))).toBe(delayMs);
});
