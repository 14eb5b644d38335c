import * as v from "valibot";
import { PROBLEM_KINDS, type Problem, type ProblemKind } from "#domain/problem.ts";
import { absent } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

/** HTTP status and gRPC code of each kind of refusal. Source: contract.md, Errors. */
const PROBLEM_CODES = {
  invalid: { status: 400, code: 3 },
  unauthenticated: { status: 401, code: 16 },
  forbidden: { status: 403, code: 7 },
  "not-found": { status: 404, code: 5 },
  "method-not-allowed": { status: 405, code: 12 },
  conflict: { status: 409, code: 10 },
  "already-exists": { status: 409, code: 6 },
  gone: { status: 410, code: 11 },
  stale: { status: 412, code: 9 },
  "too-large": { status: 413, code: 8 },
  "uri-too-long": { status: 414, code: 3 },
  "unsupported-media": { status: 415, code: 3 },
  "range-not-satisfiable": { status: 416, code: 11 },
  unprocessable: { status: 422, code: 3 },
  "precondition-required": { status: 428, code: 9 },
  "too-many": { status: 429, code: 8 },
  "headers-too-large": { status: 431, code: 3 },
  internal: { status: 500, code: 13 },
  unimplemented: { status: 501, code: 12 },
  unavailable: { status: 503, code: 14 },
} as const satisfies Record<ProblemKind, { readonly status: number; readonly code: number }>;

const DETAIL_TYPE = "slipway.dev/Problem";

const body = v.object({
  code: absent(v.number()),
  message: v.string(),
  details: absent(v.array(v.unknown())),
});

const detail = v.object({
  "@type": v.literal(DETAIL_TYPE),
  problem: absent(v.picklist(PROBLEM_KINDS)),
  field: absent(v.string()),
  next: absent(v.string()),
  facts: absent(v.record(v.string(), v.unknown())),
});

/** HTTP status of a kind of refusal. */
export function statusOf(kind: ProblemKind): number {
  return PROBLEM_CODES[kind].status;
}

/** A refusal as it travels; its status is `statusOf` its kind. */
export function encodeProblem({ problem, message, field, next, facts }: Problem): Wire<"Problem"> {
  const detail = present({
    "@type": DETAIL_TYPE,
    problem,
    field: renamed(field, /AtMs$/, "At"),
    next,
    facts: facts && { ...facts },
  });
  return { code: PROBLEM_CODES[problem].code, message, details: [detail] };
}

/**
 * A refusal out of an answer, ours or Golioth's. Undefined when the body is neither: a proxy's page, an empty body.
 * Never throws, because it reads what is already an error.
 */
export function decodeProblem(status: number, wire: unknown): Problem | undefined {
  const given = v.safeParse(body, wire);
  if (!given.success) return undefined;
  const { code, message, details } = given.output;
  const ours = (details ?? []).map((one) => v.safeParse(detail, one)).find(({ success }) => success);
  const named = ours?.success === true ? ours.output : undefined;
  return present({
    problem: named?.problem ?? kindOf(status, code),
    message,
    field: renamed(named?.field, /At$/, "AtMs"),
    next: named?.next,
    facts: named?.facts,
  });
}

/** Instants of a plan are RFC 3339 on the wire and are called so there. */
function renamed(field: string | undefined, from: RegExp, to: string): string | undefined {
  return field?.startsWith("plan.") === true ? field.replace(from, to) : field;
}

function kindOf(status: number, code: number | undefined): ProblemKind {
  const ofStatus = PROBLEM_KINDS.filter((kind) => PROBLEM_CODES[kind].status === status);
  const exact = ofStatus.find((kind) => PROBLEM_CODES[kind].code === code) ?? ofStatus[0];
  if (exact !== undefined) return exact;
  return status >= 500 ? "internal" : "invalid";
}
