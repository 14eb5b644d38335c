import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** SHA-256 of the bytes, as 64 lower-case hex digits. Source: FIPS 180-4. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** A SHA-256 that is fed piece by piece; `hex` ends it. */
export type Sha256Stream = { readonly update: (bytes: Uint8Array) => void; readonly hex: () => string };

/** Begins a SHA-256 over bytes that come in pieces. */
export function sha256Stream(): Sha256Stream {
  const hash = sha256.create();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    hex: () => bytesToHex(hash.digest()),
  };
}
