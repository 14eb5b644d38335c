import * as v from "valibot";
import { AUDITED_KINDS, type AuditEntry, type AuditPage } from "#domain/audit-entry.ts";
import { decodeBy } from "./decode.ts";
import { doneBy } from "./done-by.ts";
import { absent, instant, instantText } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const entry = v.object({
  position: v.number(),
  at: instant,
  by: doneBy,
  act: v.string(),
  objects: v.array(v.object({ kind: v.string(), id: v.string() })),
  reason: absent(v.string()),
});

/** A page of the audit; objects of a kind nobody knows are left out. @throws ContractViolation naming the field. */
export function decodeAuditPage(wire: unknown): AuditPage {
  const { list, before } = decodeBy("audit", v.object({ list: v.array(entry), before: absent(v.number()) }), wire);
  return present({ list: list.map(entryOf), before });
}

function entryOf({ at, objects, ...rest }: v.InferOutput<typeof entry>): AuditEntry {
  const known = objects.flatMap(({ kind: word, id }) => {
    const kind = AUDITED_KINDS.find((one) => one === word);
    return kind === undefined ? [] : [{ kind, id }];
  });
  return present({ ...rest, atMs: at, objects: known });
}

/** A page of the audit as it travels. */
export function encodeAuditPage({ list, before }: AuditPage): Wire<"AuditPage"> {
  return present({ list: list.map(encodeEntry), before });
}

function encodeEntry({ atMs, objects, by, ...rest }: AuditEntry): Wire<"AuditEntry"> {
  return { ...rest, at: instantText(atMs), by: { ...by }, objects: [...objects] };
}
