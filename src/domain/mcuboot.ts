import type { ArtifactType } from "./artifact.ts";

/** The first bytes of an MCUboot image, which make a file one. Source: mcu-tools/mcuboot, bootutil/image.h. */
export const MCUBOOT_MAGIC = [0x3d, 0xb8, 0xf3, 0x96] as const;

/** Bytes of an MCUboot image header. */
export const MCUBOOT_HEADER_BYTES = 32;

/** What the header of an MCUboot image says of it. Source: mcu-tools/mcuboot, bootutil/image.h. */
export type McubootHeader = {
  /** The version compiled into the image, `major.minor.revision`, with `+build` when the build is not 0. */
  readonly version: string;
  /** Bytes before the image itself, the header with its padding. */
  readonly headerBytes: number;
  /** Bytes of the image itself, without header and trailers. */
  readonly imageBytes: number;
  readonly encrypted: boolean;
};

const ENCRYPTED_FLAGS = 0x4 | 0x8;

/** How a device is to treat a file, by its first bytes (4 are enough). Source: domain.md, Manifest. */
export function artifactTypeOf(firstBytes: Uint8Array): ArtifactType {
  return MCUBOOT_MAGIC.every((byte, at) => firstBytes[at] === byte) ? "mcuboot" : "default";
}

/** The header of an MCUboot image; undefined for any other file and for one that is shorter than a header. */
export function mcubootHeaderOf(firstBytes: Uint8Array): McubootHeader | undefined {
  if (firstBytes.length < MCUBOOT_HEADER_BYTES || artifactTypeOf(firstBytes) !== "mcuboot") return undefined;
  const view = new DataView(firstBytes.buffer, firstBytes.byteOffset, MCUBOOT_HEADER_BYTES);
  const numbers = [view.getUint8(20), view.getUint8(21), view.getUint16(22, true)].join(".");
  const build = view.getUint32(24, true);
  return {
    version: build === 0 ? numbers : `${numbers}+${build}`,
    headerBytes: view.getUint16(8, true),
    imageBytes: view.getUint32(12, true),
    encrypted: (view.getUint32(16, true) & ENCRYPTED_FLAGS) !== 0,
  };
}
