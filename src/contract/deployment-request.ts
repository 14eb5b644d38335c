import type { DeploymentRequest } from "#domain/deployment.ts";
import { encodePlanRequest } from "./plan-request.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

/** What a start asks for, as it travels. */
export function encodeDeploymentRequest({ plan, ...rest }: DeploymentRequest): Wire<"DeploymentCreate"> {
  return present({ ...rest, plan: plan && encodePlanRequest(plan) });
}
