import { ContractViolation } from "#contract/decode.ts";
import { decodePlanRequest } from "#contract/plan-request.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { optionalFields, type Fields } from "./read-body.ts";
import { refusal } from "./refusal.ts";

/** The plan that a body asks for. @throws a Refusal that names the field when it is none. */
export function planIn(fields: Fields): PlanRequest | undefined {
  const plan = optionalFields(fields, "plan");
  if (plan === undefined) return undefined;
  try {
    return decodePlanRequest(plan);
  } catch (error) {
    if (error instanceof ContractViolation) throw refusal("invalid", `${error.message}.`, error.field);
    throw error;
  }
}
