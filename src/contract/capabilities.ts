import * as v from "valibot";
import { CAPABILITIES, type Capability } from "#domain/capabilities.ts";
import { decodeBy } from "./decode.ts";
import type { Wire } from "./wire.ts";

/** Groups nobody knows are left out. @throws ContractViolation naming the field. */
export function decodeCapabilities(wire: unknown): readonly Capability[] {
  const body = decodeBy("body", v.object({ capabilities: v.array(v.string()) }), wire);
  return CAPABILITIES.filter((known) => body.capabilities.includes(known));
}

/** The groups of a backend as they travel. */
export function encodeCapabilities(capabilities: readonly Capability[]): Wire<"Capabilities"> {
  return { capabilities: [...capabilities] };
}
