import * as v from "valibot";
import type { TagId } from "#domain/ids.ts";
import type { Tag } from "#domain/tag.ts";
import { decodeBy } from "./decode.ts";
import { id, instant, instantText } from "./fields.ts";
import type { Wire } from "./wire.ts";

const tag = v.object({ id: id<TagId>(), name: v.string(), createdAt: instant });

/** @throws ContractViolation naming the field. */
export function decodeTag(wire: unknown): Tag {
  const { createdAt, ...rest } = decodeBy("tag", tag, wire);
  return { ...rest, createdAtMs: createdAt };
}

/** A tag as it travels. */
export function encodeTag({ id, name, createdAtMs }: Tag): Wire<"Tag"> {
  return { id, name, createdAt: instantText(createdAtMs) };
}
