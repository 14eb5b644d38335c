import type { AuditEntry } from "#domain/audit-entry.ts";

/** An entry as it is kept: its position is its place in the list, from 1. */
export type KeptAct = Omit<AuditEntry, "position">;
