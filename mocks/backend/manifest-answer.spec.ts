import { expect, test } from "vitest";
import { preferredType } from "./manifest-answer.ts";

test.each([
  [undefined, "application/json"],
  ["", "application/json"],
  ["*/*", "application/json"],
  ["application/*", "application/json"],
  ["application/json", "application/json"],
  ["application/cbor", "application/cbor"],
  ["Application/CBOR; q=0.5, text/html", "application/cbor"],
  ["application/json;q=0.1, application/cbor;q=0.2", "application/cbor"],
  ["application/cbor, application/json", "application/cbor"],
  ["application/cbor;q=0, */*", "application/json"],
  ["application/cbor;q=nonsense", undefined],
  ["text/html", undefined],
] as const)("who accepts %j is answered %s", (accept, type) => {
  expect(preferredType(accept)).toBe(type);
});
