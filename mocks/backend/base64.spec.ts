import { expect, test } from "vitest";
import { bytesOfBase64, sizeOfBase64 } from "./base64.ts";

test.each([
  ["", ""],
  ["Zg==", "f"],
  ["Zm8=", "fo"],
  ["Zm9v", "foo"],
  ["Zm9vYg==", "foob"],
  ["Zm9vYmE=", "fooba"],
  ["Zm9vYmFy", "foobar"],
  ["Zm8", "fo"],
])("%j is %j (RFC 4648, test vectors)", (text, plain) => {
  expect(new TextDecoder().decode(bytesOfBase64(text))).toBe(plain);
  expect(sizeOfBase64(text)).toBe(plain.length);
});

test("all 256 bytes come back as they went in", () => {
  const all = Uint8Array.from({ length: 256 }, (_, value) => value);
  expect(bytesOfBase64(Buffer.from(all).toString("base64"))).toEqual(all);
});

test.each(["Z", "Zg=", "Z===", "Zm9v!", "Zm 9v", "Zm9v=", "_-8="])("%j is refused", (text) => {
  expect(bytesOfBase64(text)).toBeUndefined();
});
