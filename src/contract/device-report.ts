import { decode, encode } from "cborg";
import * as v from "valibot";
import type { PackageId } from "#domain/ids.ts";
import type { DeviceReport } from "#domain/report.ts";
import { ContractViolation, decodeBy } from "./decode.ts";
import { absent, isId, otherwise } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const code = v.pipe(v.number(), v.safeInteger("a code"), v.minValue(0, "a code"));

const report = v.object({
  state: otherwise(code, 0),
  reason: otherwise(code, 0),
  package: absent(v.string()),
  version: absent(v.string()),
  target: absent(v.string()),
});

/**
 * A report in JSON. State and reason are 0 and the package is `main` when left out; an empty version or target is absent.
 * @param packageId the package named in the path, which stands when the body names none.
 * @throws ContractViolation naming the field. Source: Golioth docs, 7-ota.md.
 */
export function decodeReportJson(wire: unknown, packageId = "main"): DeviceReport {
  const { state, reason, package: named, version, target } = decodeBy("report", report, wire);
  const id = filled(named) ?? packageId;
  if (!isId<PackageId>(id)) throw new ContractViolation("report.package is missing");
  return present({
    packageId: id,
    state,
    reason,
    version: filled(version),
    target: filled(target),
  });
}

function filled(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

/** A report in CBOR: a map, also of indefinite length, with the keys `s r pkg v t`. @throws ContractViolation naming the field. */
export function decodeReportCbor(bytes: Uint8Array, packageId = "main"): DeviceReport {
  const map = decodedMap(bytes);
  return decodeReportJson(
    {
      state: map.get("s"),
      reason: map.get("r"),
      package: map.get("pkg"),
      version: map.get("v"),
      target: map.get("t"),
    },
    packageId,
  );
}

function decodedMap(bytes: Uint8Array): ReadonlyMap<unknown, unknown> {
  let value: unknown;
  try {
    value = decode(bytes, { useMaps: true });
  } catch (error) {
    throw new ContractViolation(`report is not CBOR: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (value instanceof Map) return value;
  throw new ContractViolation("report is not a map");
}

/** A report in JSON as a device may send it. */
export function encodeReportJson({ packageId, ...rest }: DeviceReport): Wire<"DeviceReport"> {
  return { ...rest, package: packageId };
}

/** A report in CBOR exactly as the public device SDK sends it: an indefinite-length map, empty fields left out. */
export function encodeReportCbor({ state, reason, packageId, version, target }: DeviceReport): Uint8Array {
  const fields: readonly (readonly [string, string | number | undefined])[] = [
    ["s", state],
    ["r", reason],
    ["pkg", packageId],
    ["v", version],
    ["t", target],
  ];
  const pairs = fields.flatMap(([key, value]) => (value === undefined ? [] : [...encode(key), ...encode(value)]));
  return Uint8Array.from([0xbf, ...pairs, 0xff]);
}
