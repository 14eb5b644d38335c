import { expect, test } from "vitest";
import { fnv1a, mix32 } from "./hash.ts";

test.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
  ["é", 0x1e9de8c1],
])("fnv1a of %j is the published value", (text, expected) => {
  expect(fnv1a(text)).toBe(expected);
});

test.each(["é", "漢", "😀", "a😀é"])("fnv1a of %j is the hash of its UTF-8 bytes", (text) => {
  const bytes = new TextEncoder().encode(text);
  const bytewise = bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
  expect(fnv1a(text)).toBe(bytewise);
});

test.each([
  [0, 0],
  [1, 0x514e28b7],
  [0xffffffff, 0x81f16f39],
])("mix32 of %i is murmur3's finaliser", (key, expected) => {
  expect(mix32(key)).toBe(expected);
});
