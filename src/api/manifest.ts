import { ContractViolation } from "#contract/decode.ts";
import { decodeManifestJson } from "#contract/manifest-json.ts";
import type { DeviceId } from "#domain/ids.ts";
import type { Manifest } from "#domain/manifest.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";
import { present } from "#contract/present.ts";
import type { RolloutOf } from "./rollout-keys.ts";

/** A manifest in its three forms. */
export type ManifestForms = {
  readonly manifest: Manifest;
  /** The JSON as the device would get it, indented for people. */
  readonly json: string;
  /** The CBOR as the device would get it, byte for byte. */
  readonly cbor: Uint8Array;
};

/** Reads both forms that a device can ask for; the CBOR is shown as it is: its codec is not loaded. */
export async function readManifest(
  of: RolloutOf,
  deviceId: DeviceId | undefined,
  signal: AbortSignal,
): Promise<ManifestForms> {
  const [json, cbor] = await Promise.all([
    readForm(of, deviceId, signal, "application/json", (body) => ({
      manifest: manifestOf(decodeManifestJson(body)),
      text: JSON.stringify(body, undefined, 2),
    })),
    readForm(of, deviceId, signal, "application/cbor", bytesOf),
  ]);
  return { manifest: json.manifest, json: json.text, cbor };
}

function readForm<T>(
  { scope, cohortId, deploymentId }: RolloutOf,
  deviceId: DeviceId | undefined,
  signal: AbortSignal,
  accept: "application/json" | "application/cbor",
  decode: (body: unknown) => T,
): Promise<T> {
  return read({ what: "the manifest", signal, decode }, (init) =>
    client.GET(
      "/v1/organizations/{organizationId}/projects/{projectId}/cohorts/{cohortId}/deployments/{deploymentId}/manifest",
      {
        params: { path: { ...scope, cohortId, deploymentId }, query: present({ deviceId }) },
        parseAs: accept === "application/cbor" ? "arrayBuffer" : "json",
        ...init,
        headers: { ...init.headers, Accept: accept },
      },
    ),
  );
}

function manifestOf(manifest: Manifest | undefined): Manifest {
  if (manifest === undefined) throw new ContractViolation("manifest.components is missing");
  return manifest;
}

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  throw new ContractViolation("manifest is missing");
}
