import * as v from "valibot";
import type { PackageId } from "#domain/ids.ts";
import type { Impact, ImpactChange } from "#domain/impact.ts";
import { decodeBy } from "./decode.ts";
import { byteCount, id, instant, instantText, otherwise } from "./fields.ts";
import type { Wire } from "./wire.ts";

const numbers = v.object({
  upgrade: v.number(),
  downgrade: v.number(),
  changed: v.number(),
  alreadyThere: v.number(),
  incompatible: v.number(),
  unknown: v.number(),
  offline: v.number(),
});

const impact = v.object({
  packages: v.array(
    v.object({
      packageId: id<PackageId>(),
      version: v.string(),
      numbers,
      transferBytes: byteCount,
      downgradeFrom: otherwise(v.array(v.object({ version: v.string(), count: v.number() })), []),
    }),
  ),
  overall: numbers,
  transferBytes: byteCount,
  devices: v.number(),
  disabled: otherwise(v.number(), 0),
  busy: otherwise(v.number(), 0),
  warnings: otherwise(v.array(v.string()), []),
  impactHash: v.string(),
  asOf: instant,
});

/** @throws ContractViolation naming the field. */
export function decodeImpact(wire: unknown): Impact {
  const { asOf, ...rest } = decodeBy("impact", impact, wire);
  return { ...rest, asOfMs: asOf };
}

/** An impact as it travels. */
export function encodeImpact({ packages, transferBytes, asOfMs, ...rest }: Impact): Wire<"Impact"> {
  return {
    ...rest,
    packages: packages.map((one) => ({ ...one, transferBytes: String(one.transferBytes) })),
    transferBytes: String(transferBytes),
    asOf: instantText(asOfMs),
  };
}

const change = v.variant("kind", [
  v.object({ kind: v.literal("membership"), before: v.number(), after: v.number() }),
  v.object({ kind: v.literal("active-deployment"), name: v.string() }),
  v.object({ kind: v.literal("artifacts"), packages: v.array(v.string()) }),
  v.object({ kind: v.literal("frozen"), reason: v.string() }),
  v.object({ kind: v.literal("plan") }),
]);

/** What moved since a review, out of the facts of a 412; changes of a kind nobody knows are left out. Never throws. */
export function decodeImpactChanges(facts: unknown): readonly ImpactChange[] {
  const listed = v.safeParse(v.object({ changes: v.array(v.unknown()) }), facts);
  if (!listed.success) return [];
  return listed.output.changes.flatMap((wire) => {
    const known = v.safeParse(change, wire);
    return known.success ? [known.output] : [];
  });
}
