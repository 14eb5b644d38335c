import { encodeDeploymentEvents } from "#contract/deployment-event.ts";
import { present } from "#contract/present.ts";
import { readEvents } from "#mocks/engine/read-events.ts";
import { accepted } from "../answer.ts";
import { deploymentOfPath, projectIdOf } from "../path-ids.ts";
import { wholeNumber } from "../read-query.ts";
import { queryOf, worldOf, type App } from "../visit.ts";

const EVENTS =
  "/v1/organizations/:organizationId/projects/:projectId/cohorts/:cohortId/deployments/:deploymentId/events";
/** Most entries in one answer, and how many come when nothing is said. */
const LIMIT = { most: 1_000, usual: 100 };

/** The complete log of a deployment. Source: contract.md, Live. */
export function eventRoutes(app: App): void {
  app.get(EVENTS, (call) => {
    const query = queryOf(call);
    const since = wholeNumber(query, "since", { least: 0, most: Number.MAX_SAFE_INTEGER });
    const limit = wholeNumber(query, "limit", { least: 1, most: LIMIT.most }) ?? LIMIT.usual;
    const asked = { ...present({ since }), limit };
    const events = readEvents(worldOf(call), projectIdOf(call), deploymentOfPath(call).id, asked);
    return Response.json(encodeDeploymentEvents(accepted(events, "deployment not found")));
  });
}
