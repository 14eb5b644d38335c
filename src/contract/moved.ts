import * as v from "valibot";
import { decodeBy } from "./decode.ts";

/** How many devices changed their cohort. @throws ContractViolation naming the field. */
export function decodeMoved(wire: unknown): { readonly moved: number } {
  return decodeBy("members", v.object({ moved: v.number() }), wire);
}
