import * as v from "valibot";

/** The backend answered something its contract forbids. The message names the field, so that the fix is one look away. */
export class ContractViolation extends Error {
  override readonly name = "ContractViolation";
  /** The field at fault, e.g. `plan.phases[1].size`; absent when it is the body as a whole, or not one field. */
  readonly field: string | undefined;
  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/**
 * Judges a body by a schema and hands back its output. Fields the schema does not name are ignored.
 * @param what names the resource in the message, e.g. `deployment` in "deployment.createdAt is missing".
 * @throws ContractViolation naming the path of the first field that is missing or wrong.
 */
export function decodeBy<const S extends v.GenericSchema>(what: string, schema: S, wire: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, wire, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = [what, v.getDotPath(issue)].filter((part) => part !== null).join(".");
  throw new ContractViolation(`${path} ${complaintOf(issue)}`, path.replaceAll(/\.(\d+)/g, "[$1]"));
}

function complaintOf(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === "never") return "is no field of this";
  if (issue.received === "undefined" || issue.input === undefined) return "is missing";
  return issue.kind === "schema" ? `is ${issue.received} where ${issue.expected} is due` : `is not ${issue.message}`;
}
