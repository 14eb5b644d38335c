import type { TagId } from "./ids.ts";

/** A label on devices; a name of the form `key=value` is shown and filtered as a pair. */
export type Tag = { readonly id: TagId; readonly name: string; readonly createdAtMs: number };

/** A tag's name as people read it. */
export type TagLabel =
  | { readonly kind: "pair"; readonly key: string; readonly value: string }
  | { readonly kind: "plain"; readonly name: string };

/** A name of the form `key=value`, both parts not empty, is a pair; the first `=` parts them. Source: Spotflow. */
export function tagLabel(name: string): TagLabel {
  const at = name.indexOf("=");
  const [key, value] = [name.slice(0, at).trim(), name.slice(at + 1).trim()];
  if (at < 0 || key === "" || value === "") return { kind: "plain", name };
  return { kind: "pair", key, value };
}
