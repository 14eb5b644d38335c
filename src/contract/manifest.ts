import { decode, encode, rfc8949EncodeOptions } from "cborg";
import { compareText } from "#lib/collection.ts";
import type { Artifact } from "#domain/artifact.ts";
import type { Manifest, ManifestComponent } from "#domain/manifest.ts";
import { ContractViolation } from "./decode.ts";
import { decodeManifestJson } from "./manifest-json.ts";
import { sha256Hex } from "./sha256.ts";
import type { Wire } from "./wire.ts";

/**
 * What a device is told for these artifacts, one a package; in package order whatever order they come in.
 * Source: domain.md, Manifest.
 */
export function manifestOf(
  sequenceNumber: bigint,
  artifacts: readonly Pick<Artifact, "packageId" | "version" | "sha256" | "sizeBytes" | "type">[],
): Manifest {
  const components = artifacts.map(componentOf).toSorted((a, b) => compareText(a.packageId, b.packageId));
  return { sequenceNumber, hash: manifestHash(components), components };
}

type Ingredients = Pick<Artifact, "packageId" | "version" | "sha256" | "sizeBytes" | "type">;

function componentOf({ packageId, version, sha256, sizeBytes, type }: Ingredients): ManifestComponent {
  return { packageId, version, hash: sha256, sizeBytes, uri: `/.u/c/${packageId}@${version}`, type };
}

/** SHA-256 of the canonical CBOR of the components, lower-case hex. */
export function manifestHash(components: readonly ManifestComponent[]): string {
  return sha256Hex(encode(components.map(componentMap), rfc8949EncodeOptions));
}

/** Canonical CBOR with integer keys and definite lengths: same manifest, same bytes. */
export function encodeManifestCbor({ sequenceNumber, hash, components }: Manifest): Uint8Array {
  const map = new Map<number, unknown>([
    [1, sequenceNumber],
    [2, hash],
    [3, components.map(componentMap)],
  ]);
  return encode(map, rfc8949EncodeOptions);
}

function componentMap(component: ManifestComponent): ReadonlyMap<number, unknown> {
  const { packageId, version, hash, sizeBytes, uri, type } = component;
  return new Map<number, unknown>([
    [1, packageId],
    [2, version],
    [3, hash],
    [4, sizeBytes],
    [5, uri],
    [6, type],
  ]);
}

/** The JSON form, its keys in the order of the CBOR; the sequence number is a string, since it does not fit a JSON number. */
export function encodeManifestJson({ sequenceNumber, hash, components }: Manifest): Wire<"Manifest"> {
  return {
    sequenceNumber: sequenceNumber.toString(),
    hash,
    components: components.map(({ packageId, version, hash: fileHash, sizeBytes, uri, type }) => ({
      package: packageId,
      version,
      hash: fileHash,
      size: sizeBytes,
      uri,
      type,
    })),
  };
}

/** The CBOR form, read back; the empty map (nothing to do) is undefined. @throws ContractViolation naming the field. */
export function decodeManifestCbor(bytes: Uint8Array): Manifest | undefined {
  const top = mapOf(decodedCbor(bytes), "manifest");
  if (top.size === 0) return undefined;
  const list = top.get(3);
  if (!Array.isArray(list)) throw new ContractViolation("manifest.components is missing");
  return decodeManifestJson({
    sequenceNumber: String(top.get(1)),
    hash: top.get(2),
    components: list.map((entry, at) => namedComponent(mapOf(entry, `manifest.components.${at}`))),
  });
}

function decodedCbor(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, { useMaps: true });
  } catch (error) {
    throw new ContractViolation(`manifest is not CBOR: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function mapOf(value: unknown, path: string): ReadonlyMap<unknown, unknown> {
  if (value instanceof Map) return value;
  throw new ContractViolation(`${path} is not a map`);
}

function namedComponent(map: ReadonlyMap<unknown, unknown>): Readonly<Record<string, unknown>> {
  const [name, version, hash, size, uri, type] = [1, 2, 3, 4, 5, 6].map((key) => map.get(key));
  return { package: name, version, hash, size, uri, type };
}
