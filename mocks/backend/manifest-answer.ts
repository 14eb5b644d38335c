import { encodeManifestCbor, encodeManifestJson, manifestOf } from "#contract/manifest.ts";
import type { Desired } from "#mocks/engine/queries.ts";
import { refusal } from "./refusal.ts";
import type { Call } from "./visit.ts";

const JSON_TYPE = "application/json";
const CBOR_TYPE = "application/cbor";
/** CBOR of the map without entries: nothing to do. */
const EMPTY_CBOR_MAP = 0xa0;

/** What a device is told, or the empty map, as JSON or CBOR by the request's `Accept`; JSON when it does not say. */
export function manifestAnswer(call: Call, told: Desired | "nothing"): Response {
  const type = preferredType(call.req.header("accept"));
  if (type === undefined) {
    throw refusal("unsupported-media", "This is answered as application/json or application/cbor only.", "Accept");
  }
  const body = type === CBOR_TYPE ? cborOf(told) : jsonOf(told);
  return new Response(body, { headers: { "content-type": type, vary: "accept" } });
}

function cborOf(told: Desired | "nothing"): Uint8Array<ArrayBuffer> {
  return told === "nothing" ? Uint8Array.of(EMPTY_CBOR_MAP) : new Uint8Array(encodeManifestCbor(manifestIn(told)));
}

function jsonOf(told: Desired | "nothing"): string {
  return told === "nothing" ? "{}" : JSON.stringify(encodeManifestJson(manifestIn(told)));
}

function manifestIn({ sequenceNumber, components }: Desired) {
  return manifestOf(
    sequenceNumber,
    components.map(({ artifact }) => artifact),
  );
}

/** The one of our two types that `accept` weighs highest, the earlier one where both weigh the same. */
export function preferredType(accept: string | undefined): typeof JSON_TYPE | typeof CBOR_TYPE | undefined {
  const ranges = (accept ?? "*/*").split(",").map(rangeOf);
  const best = ranges
    .filter(({ type, weight }) => weight > 0 && typeFor(type) !== undefined)
    .toSorted((a, b) => b.weight - a.weight)[0];
  return best === undefined ? undefined : typeFor(best.type);
}

function rangeOf(text: string): { readonly type: string; readonly weight: number } {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { type, weight: Number.isFinite(weight) ? weight : 0 };
}

function typeFor(range: string): typeof JSON_TYPE | typeof CBOR_TYPE | undefined {
  if (range === CBOR_TYPE) return CBOR_TYPE;
  return range === JSON_TYPE || range === "*/*" || range === "application/*" || range === "" ? JSON_TYPE : undefined;
}
