import * as v from "valibot";
import type { PackageId } from "#domain/ids.ts";
import type { Package } from "#domain/package.ts";
import { decodeBy } from "./decode.ts";
import { absent, id, instant, instantText, otherwise, textMap } from "./fields.ts";
import type { Wire } from "./wire.ts";

const packageSchema = v.object({
  packageId: id<PackageId>(),
  description: otherwise(v.string(), ""),
  metadata: absent(textMap<string>()),
  main: absent(v.boolean()),
  createdAt: instant,
  updatedAt: absent(instant),
});

/**
 * A backend that does not say which package is main has the one called `main`, the device SDK's default.
 * @throws ContractViolation naming the field.
 */
export function decodePackage(wire: unknown): Package {
  const { packageId, description, metadata, main, createdAt, updatedAt } = decodeBy("package", packageSchema, wire);
  return {
    id: packageId,
    description,
    main: main ?? packageId === "main",
    metadata: metadata ?? new Map(),
    createdAtMs: createdAt,
    updatedAtMs: updatedAt ?? createdAt,
  };
}

/** A package as it travels. */
export function encodePackage({ id, description, main, metadata, createdAtMs, updatedAtMs }: Package): Wire<"Package"> {
  return {
    packageId: id,
    description,
    main,
    metadata: Object.fromEntries(metadata),
    createdAt: instantText(createdAtMs),
    updatedAt: instantText(updatedAtMs),
  };
}
