import { expect, test } from "vitest";
import { artifactTypeOf, mcubootHeaderOf } from "./mcuboot.ts";

/** A header as imgtool writes it: 512 bytes of header, an image of 229,600 bytes, version 1.5.1. */
const header = (fields: Readonly<Record<number, number>> = {}) => {
  const bytes = new Uint8Array(32);
  bytes.set([0x3d, 0xb8, 0xf3, 0x96], 0);
  bytes.set([0x00, 0x02], 8);
  bytes.set([0xe0, 0x80, 0x03, 0x00], 12);
  bytes.set([1, 5, 1, 0], 20);
  for (const [at, byte] of Object.entries(fields)) bytes[Number(at)] = byte;
  return bytes;
};

test("the header tells version, sizes and encryption", () => {
  expect(mcubootHeaderOf(header())).toEqual({
    version: "1.5.1",
    headerBytes: 512,
    imageBytes: 229_600,
    encrypted: false,
  });
});

test.each([
  ["a build number", { 24: 7 }, { version: "1.5.1+7" }],
  ["a revision above 255", { 22: 0xe8, 23: 0x03 }, { version: "1.5.1000" }],
  ["the AES-128 flag", { 16: 0x4 }, { encrypted: true }],
  ["the AES-256 flag", { 16: 0x8 }, { encrypted: true }],
  ["another flag", { 16: 0x10 }, { encrypted: false }],
])("%s", (_name, fields, expected) => {
  expect(mcubootHeaderOf(header(fields))).toMatchObject(expected);
});

test("a view into a larger buffer is read from its own beginning", () => {
  const larger = new Uint8Array(64);
  larger.set(header(), 16);
  expect(mcubootHeaderOf(larger.subarray(16))?.version).toBe("1.5.1");
});

test.each([
  ["an MCUboot image", [0x3d, 0xb8, 0xf3, 0x96, 0], "mcuboot"],
  ["the older magic", [0x3c, 0xb8, 0xf3, 0x96], "default"],
  ["an ESP-IDF image", [0xe9, 0x05, 0x02, 0x20], "default"],
  ["three bytes of the magic", [0x3d, 0xb8, 0xf3], "default"],
  ["an empty file", [], "default"],
])("%s is of type %s", (_name, bytes, type) => {
  expect(artifactTypeOf(Uint8Array.from(bytes))).toBe(type);
});

test("any other file, and one shorter than a header, has no header", () => {
  expect(mcubootHeaderOf(header({ 0: 0 }))).toBeUndefined();
  expect(mcubootHeaderOf(header().subarray(0, 31))).toBeUndefined();
});
