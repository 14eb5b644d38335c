import { encodeImpact } from "#contract/impact.ts";
import { isProblem } from "#domain/problem.ts";
import { impactOf } from "#mocks/engine/read-impact.ts";
import { asIds, cohortOfPath, projectIdOf } from "../path-ids.ts";
import { texts } from "../read-body.ts";
import { Refusal } from "../refusal.ts";
import { bodyOf, worldOf, type App } from "../visit.ts";

/** What a composition would mean for a cohort. Changes nothing. */
export function impactRoutes(app: App): void {
  app.post("/v1/organizations/:organizationId/projects/:projectId/cohorts/:cohortId/impact", (call) => {
    const [projectId, cohort] = [projectIdOf(call), cohortOfPath(call)];
    const impact = impactOf(worldOf(call), projectId, cohort.id, asIds(texts(bodyOf(call), "artifactIds")));
    if (isProblem(impact)) throw new Refusal(impact);
    return Response.json(encodeImpact(impact));
  });
}
