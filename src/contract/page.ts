import * as v from "valibot";
import type { Page } from "#domain/project.ts";
import { decodeBy } from "./decode.ts";

const envelope = v.object({ list: v.array(v.unknown()), page: v.number(), perPage: v.number(), total: v.number() });

/** Decodes `{list, page, perPage, total}` with pages from 0, item by item. */
export function decodePage<T>(what: string, decodeItem: (wire: unknown) => T): (wire: unknown) => Page<T> {
  return (wire) => {
    const { list, page, perPage, total } = decodeBy(what, envelope, wire);
    return { list: list.map(decodeItem), page, perPage, total };
  };
}

/** A page as it travels. */
export function encodePage<T, W>(
  { list, page, perPage, total }: Page<T>,
  encodeItem: (item: T) => W,
): { list: W[]; page: number; perPage: number; total: number } {
  return { list: list.map(encodeItem), page, perPage, total };
}

/** Decodes a list that comes whole: `{list}`. */
export function decodeList<T>(what: string, decodeItem: (wire: unknown) => T): (wire: unknown) => readonly T[] {
  return (wire) => decodeBy(what, v.object({ list: v.array(v.unknown()) }), wire).list.map(decodeItem);
}

/** Decodes a single resource out of its `{data}`. */
export function decodeData<T>(what: string, decodeItem: (wire: unknown) => T): (wire: unknown) => T {
  return (wire) => decodeItem(decodeBy(what, v.object({ data: v.unknown() }), wire).data);
}
