import * as v from "valibot";
import type { Actor } from "#domain/project.ts";
import { decodeBy } from "./decode.ts";
import { otherwise } from "./fields.ts";
import type { Wire } from "./wire.ts";

/** @throws ContractViolation naming the field. */
export function decodeActor(wire: unknown): Actor {
  return decodeBy("me", v.object({ actor: v.string(), roles: otherwise(v.array(v.string()), []) }), wire);
}

/** Who acts, as it travels. */
export function encodeActor({ actor, roles }: Actor): Wire<"Actor"> {
  return { actor, roles: [...roles] };
}
