import { reasonProblem } from "#domain/name.ts";
import { optionalText, text, type Fields } from "./read-body.ts";
import { refusal } from "./refusal.ts";

/** Why somebody acts: a text that says something. Source: domain.md, Invariants (13). */
export function reason(fields: Fields): string {
  return judged(text(fields, "reason"));
}

/** The same where it may be left out; blank is left out. */
export function optionalReason(fields: Fields): { readonly reason?: string } {
  const given = optionalText(fields, "reason");
  return given === undefined || given.trim() === "" ? {} : { reason: judged(given) };
}

function judged(given: string): string {
  const problem = reasonProblem(given);
  if (problem !== undefined) throw refusal("invalid", problem, "reason");
  return given.trim();
}
