import { expect, test } from "vitest";
import { sha256Hex, sha256Stream } from "./sha256.ts";

const ascii = (text: string) => new TextEncoder().encode(text);

// FIPS 180-4, examples of SHA-256, and NIST's vectors for the empty message and a million times "a".
test.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
  ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
])("a FIPS vector, case %#", (message, digest) => {
  expect(sha256Hex(ascii(message))).toBe(digest);
});

test("a file hashed piece by piece has the hash of the whole", () => {
  const stream = sha256Stream();
  for (const piece of ["a", "", "b", "c"]) stream.update(ascii(piece));
  expect(stream.hex()).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
