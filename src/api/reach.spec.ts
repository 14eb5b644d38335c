import { expect, test } from "vitest";
import { isAway, whyNoWrites } from "./reach.ts";

test.each([
  ["all is well", { online: true, answering: true }, undefined],
  [
    "the backend is silent",
    { online: true, answering: false },
    "The backend does not answer. Nothing can be changed until it does.",
  ],
  [
    "the browser is offline",
    { online: false, answering: true },
    "This browser is offline. Nothing can be changed until the connection is back.",
  ],
  [
    "the browser is offline, which is why the backend is silent",
    { online: false, answering: false },
    "This browser is offline. Nothing can be changed until the connection is back.",
  ],
])("acts say why they cannot be done: %s", (_when, reach, why) => {
  expect(whyNoWrites(reach)).toBe(why);
});

test.each([
  ["no answer", { garbled: false }, true],
  ["a proxy's bad gateway", { status: 502, garbled: false }, true],
  ["a proxy that was told to wait", { status: 503, garbled: false }, true],
  ["a proxy that waited for nothing", { status: 504, garbled: false }, true],
  ["an answer cut short", { garbled: true }, false],
  ["a refusal", { status: 409, garbled: false }, false],
  ["too many requests", { status: 429, garbled: false }, false],
  ["an internal error, which is an answer too", { status: 500, garbled: false }, false],
])("a failed call tells whether the backend is away: %s", (_what, failed, away) => {
  expect(isAway(failed)).toBe(away);
});
