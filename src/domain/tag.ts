import type { TagId } from "./ids.ts";

/** A label on devices; a name of the form `key=value` is shown and filtered as a pair. */
export type Tag = { readonly id: TagId; readonly name: string; readonly createdAtMs: number };

/** A tag's name as people read it. */
export type TagLabel =
  | { readonly kind: "pair"; readonly key: string; readonly value: string }
  | { readonly kind: "plain"; readonly name: string };
