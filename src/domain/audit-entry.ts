import type { DoneBy } from "./deployment-event.ts";

/** What an act can be about. */
export const AUDITED_KINDS = [
  "project",
  "tag",
  "blueprint",
  "package",
  "artifact",
  "device",
  "cohort",
  "deployment",
] as const;
/** One of those. */
type AuditedKind = (typeof AUDITED_KINDS)[number];

/** One thing that an act was about, by kind and id. */
export type AuditedObject = { readonly kind: AuditedKind; readonly id: string };

/**
 * Who did what to what, when and why: one entry for every act of a person and of a rule that moved something.
 * `position` counts from 1 without a gap and never changes. Source: domain.md, Invariants (13).
 */
export type AuditEntry = {
  readonly position: number;
  readonly atMs: number;
  readonly by: DoneBy;
  /** What was done, e.g. `start-deployment`, `freeze-cohort`, `halt`. */
  readonly act: string;
  /** What it was done to, the thing itself first; an act on very many devices names the first 100 of them. */
  readonly objects: readonly AuditedObject[];
  readonly reason?: string;
};

/** Entries that match, newest first; `before` an entry's position leads on to older ones. Absent: there are none. */
export type AuditPage = { readonly list: readonly AuditEntry[]; readonly before?: number };
