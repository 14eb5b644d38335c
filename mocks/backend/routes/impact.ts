import { encodeImpact } from "#contract/impact.ts";
import type { ArtifactId } from "#domain/ids.ts";
import { impactOf } from "#mocks/engine/read-impact.ts";
import { accepted } from "../answer.ts";
import { asIds, cohortOfPath, projectIdOf } from "../path-ids.ts";
import { planIn } from "../plan-in.ts";
import { onlyFields, texts } from "../read-body.ts";
import { bodyOf, worldOf, type App } from "../visit.ts";
import { windowFactOf } from "../window-facts.ts";

/** What a composition would mean for a cohort. Changes nothing. */
export function impactRoutes(app: App): void {
  app.post("/v1/organizations/:organizationId/projects/:projectId/cohorts/:cohortId/impact", (call) => {
    const [projectId, cohort] = [projectIdOf(call), cohortOfPath(call)];
    const fields = onlyFields(bodyOf(call), ["artifactIds", "plan"]);
    const [artifactIds, plan] = [asIds<ArtifactId>(texts(fields, "artifactIds")), planIn(fields)];
    // Only what this host knows of time zones can refuse its hours.
    windowFactOf(plan, worldOf(call).nowMs);
    const impact = impactOf(worldOf(call), projectId, cohort.id, artifactIds, plan);
    return Response.json(encodeImpact(accepted(impact)));
  });
}
