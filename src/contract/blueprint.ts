import * as v from "valibot";
import type { Blueprint } from "#domain/blueprint.ts";
import type { BlueprintId } from "#domain/ids.ts";
import { decodeBy } from "./decode.ts";
import { absent, id, instant, instantText } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const blueprint = v.object({
  id: id<BlueprintId>(),
  name: v.string(),
  platform: absent(v.string()),
  boardId: absent(v.string()),
  createdAt: instant,
});

/** @throws ContractViolation naming the field. */
export function decodeBlueprint(wire: unknown): Blueprint {
  const { createdAt, ...rest } = decodeBy("blueprint", blueprint, wire);
  return present({ ...rest, createdAtMs: createdAt });
}

/** A blueprint as it travels. */
export function encodeBlueprint({ createdAtMs, ...rest }: Blueprint): Wire<"Blueprint"> {
  return { ...rest, createdAt: instantText(createdAtMs) };
}
