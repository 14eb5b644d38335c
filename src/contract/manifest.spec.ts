import { decode as oracleDecode, encode as oracleEncode } from "cbor2";
import { expect, test } from "vitest";
import type { Artifact } from "#domain/artifact.ts";
import type { PackageId } from "#domain/ids.ts";
import json from "./examples/manifest.json";
import { decodeManifestCbor, encodeManifestCbor, encodeManifestJson, manifestHash, manifestOf } from "./manifest.ts";
import { decodeManifestJson } from "./manifest-json.ts";
import { sha256Hex } from "./sha256.ts";

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));

/** What Golioth's server sent to a device on 2022-05-27, 190 bytes. */
const RECORDED =
  "a3011a6290d407027840313934616635626232396137643930613562313334656137343538633431666533303736333335363465383933363062" +
  "363037323532303463643135306436340381a601646d61696e0265312e352e310378406234636565306132313434643261643461333666636562" +
  "6530653235366661323361636230616436613364316531326631383939663065356662393732613137041a000380e005702f2e752f632f6d6169" +
  "6e40312e352e3106676d6375626f6f74";

const file = (
  packageId: string,
  version: string,
): Pick<Artifact, "packageId" | "version" | "sha256" | "sizeBytes" | "type"> => ({
  packageId: packageId as PackageId,
  version,
  sha256: "feb982c3fbec352441caddaa85bd5c69ef5feadb5dfc1f57171e88e070771241",
  sizeBytes: 538208,
  type: "mcuboot",
});

test("the bytes of a real server are read, and written back byte for byte", () => {
  const manifest = decodeManifestCbor(bytesOf(RECORDED));
  expect(manifest).toEqual({
    sequenceNumber: 1653658631n,
    hash: "194af5bb29a7d90a5b134ea7458c41fe307633564e89360b60725204cd150d64",
    components: [
      {
        packageId: "main",
        version: "1.5.1",
        hash: "b4cee0a2144d2ad4a36fcebe0e256fa23acb0ad6a3d1e12f1899f0e5fb972a17",
        sizeBytes: 229600,
        uri: "/.u/c/main@1.5.1",
        type: "mcuboot",
      },
    ],
  });
  expect(hexOf(encodeManifestCbor(manifest!))).toBe(RECORDED);
});

test("components are in package order and the same artifacts give the same bytes", () => {
  const artifacts = [file("modem", "1.3.2"), file("main", "1.0.0"), file("ca-certs", "2024-Q4")];
  const manifest = manifestOf(1727250577695382269n, artifacts);
  expect(manifest.components.map(({ uri }) => uri)).toEqual([
    "/.u/c/ca-certs@2024-Q4",
    "/.u/c/main@1.0.0",
    "/.u/c/modem@1.3.2",
  ]);
  expect(encodeManifestCbor(manifestOf(1727250577695382269n, artifacts.toReversed()))).toEqual(
    encodeManifestCbor(manifest),
  );
});

test("an independent CBOR library reads what was written, sequence number exact", () => {
  const read = oracleDecode<Map<number, unknown>>(
    encodeManifestCbor(manifestOf(1727250577695382269n, [file("main", "1.0.0")])),
  );
  expect(read.get(1)).toBe(1727250577695382269n);
  expect(read.get(3)).toEqual([
    new Map<number, unknown>([
      [1, "main"],
      [2, "1.0.0"],
      [3, "feb982c3fbec352441caddaa85bd5c69ef5feadb5dfc1f57171e88e070771241"],
      [4, 538208],
      [5, "/.u/c/main@1.0.0"],
      [6, "mcuboot"],
    ]),
  ]);
});

test.each([0n, 23n, 24n, 65_536n, 4_294_967_296n, 9_223_372_036_854_775_807n])(
  "sequence number %s is an unsigned integer in its shortest form, as an independent library writes it",
  (sequenceNumber) => {
    const manifest = manifestOf(sequenceNumber, [file("main", "1.0.0")]);
    const { hash } = manifest;
    const components = [
      new Map<number, unknown>([
        [1, "main"],
        [2, "1.0.0"],
        [3, "feb982c3fbec352441caddaa85bd5c69ef5feadb5dfc1f57171e88e070771241"],
        [4, 538208],
        [5, "/.u/c/main@1.0.0"],
        [6, "mcuboot"],
      ]),
    ];
    const written = oracleEncode(
      new Map<number, unknown>([
        [1, sequenceNumber],
        [2, hash],
        [3, components],
      ]),
      {
        collapseBigInts: true,
      },
    );
    expect(hexOf(encodeManifestCbor(manifest))).toBe(hexOf(written));
  },
);

test("the hash is that of the canonical CBOR of the components, by an independent library", () => {
  const { components, hash } = manifestOf(1n, [file("main", "1.0.0"), file("modem", "1.3.2")]);
  const maps = components.map(
    (one) =>
      new Map<number, unknown>([
        [1, one.packageId],
        [2, one.version],
        [3, one.hash],
        [4, one.sizeBytes],
        [5, one.uri],
        [6, one.type],
      ]),
  );
  expect(hash).toBe(sha256Hex(oracleEncode(maps)));
  expect(hash).toBe(manifestHash(components));
});

test("the sequence number does not enter the hash", () => {
  expect(manifestOf(1n, [file("main", "1.0.0")]).hash).toBe(manifestOf(2n, [file("main", "1.0.0")]).hash);
});

test("the JSON form is read and written back as it was", () => {
  const manifest = decodeManifestJson(json);
  expect(manifest?.sequenceNumber).toBe(1727250577695382269n);
  expect(encodeManifestJson(manifest!)).toEqual(json);
});

test("the JSON form names the fields of a component in the order of the CBOR's keys", () => {
  const [component = {}] = encodeManifestJson(manifestOf(1n, [file("main", "1.0.0")])).components;
  expect(Object.keys(component)).toEqual(["package", "version", "hash", "size", "uri", "type"]);
});

test("the empty map means nothing to do, in both forms", () => {
  expect(decodeManifestJson({})).toBeUndefined();
  expect(decodeManifestCbor(bytesOf("a0"))).toBeUndefined();
});

test.each([
  ["ff", "manifest is not CBOR"],
  ["83010203", "manifest is not a map"],
  ["a10101", "manifest.components is missing"],
  ["a2010103a0", "manifest.components is missing"],
  ["a3010102613403810a", "manifest.components.0 is not a map"],
])("CBOR %s is refused: %s", (hex, message) => {
  expect(() => decodeManifestCbor(bytesOf(hex))).toThrow(message);
});
