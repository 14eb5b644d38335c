import type { MiddlewareHandler } from "hono";
import type { CohortId } from "#domain/ids.ts";
import { worldAt } from "#mocks/engine/world-at.ts";
import type { World } from "#mocks/engine/world.ts";
import { accepted } from "./answer.ts";
import { asId, pathId, projectIdOf } from "./path-ids.ts";
import { instant, word } from "./read-query.ts";
import { refusal } from "./refusal.ts";
import { queryOf, worldOf, type AppEnv, type Call } from "./visit.ts";

/** What can be seen as it stood: a cohort, its devices, a deployment with its counts, its targets. */
const SEEN_AT = /^\/v1\/(projects\/[^/]+\/devices|.+\/cohorts\/[^/]+(\/deployments\/[^/]+(\/targets(\/[^/]+)?)?)?)$/;

/** Refuses `at` wherever it has no meaning: nobody acts in the past, and an answer of now must not pass for one of then. */
export const onlyLookingBack: MiddlewareHandler<AppEnv> = async (call, next) => {
  if (word(queryOf(call), "at") === undefined || !call.req.path.startsWith("/v1/")) return next();
  const { method, path } = call.req;
  if (method !== "GET" && method !== "HEAD") {
    throw refusal("invalid", "Nothing can be done in the past. Leave out at.", "at");
  }
  if (!SEEN_AT.test(path)) throw refusal("invalid", "This cannot be seen as it stood. Leave out at.", "at");
  return next();
};

/** The instant a request asks about; undefined: now. */
export function atOf(call: Call): number | undefined {
  return instant(queryOf(call), "at");
}

/**
 * The world as whoever asks wants to see it: as it stands, or as far as the cohort (and the deployment) of the request
 * is concerned, at the instant of `at`. @throws a Refusal for an instant to come, or before there was such a thing.
 */
export function worldSeen(call: Call, cohortId = cohortIdInPath(call)): World {
  const atMs = atOf(call);
  if (atMs === undefined) return worldOf(call);
  const deployment = call.req.param("deploymentId");
  if (cohortId === undefined) throw refusal("invalid", "Say with at whose devices: name a cohortId.", "cohortId");
  const of = { projectId: projectIdOf(call), cohortId };
  const lookedAt = deployment === undefined ? of : { ...of, deploymentId: asId<never>(deployment) };
  return accepted(worldAt(worldOf(call), lookedAt, atMs), "cohort not found");
}

function cohortIdInPath(call: Call): CohortId | undefined {
  return call.req.param("cohortId") === undefined ? undefined : pathId(call, "cohortId");
}
