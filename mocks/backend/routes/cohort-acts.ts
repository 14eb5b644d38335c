import { encodeCohort } from "#contract/cohort.ts";
import { encodeFilterPreview } from "#contract/filter-preview.ts";
import { present } from "#contract/present.ts";
import type { CohortId } from "#domain/ids.ts";
import { readFilterPreview } from "#mocks/engine/read-filter-preview.ts";
import { accepted, dataAnswer } from "../answer.ts";
import { cohortFilterOf } from "../cohort-filter.ts";
import { asId, cohortOfPath, projectIdOf } from "../path-ids.ts";
import { optionalReason, reason } from "../read-reason.ts";
import { innerFields, onlyFields, optionalInstantMs, optionalText } from "../read-body.ts";
import { bodyOf, perform, worldOf, type App, type Call } from "../visit.ts";

const COHORTS = "/v1/organizations/:organizationId/projects/:projectId/cohorts";
const COHORT = `${COHORTS}/:cohortId`;

/** What is done to cohorts beyond their name, and what a filter would hold. */
export function cohortActRoutes(app: App): void {
  app.post(`${COHORTS}/filter-preview`, (call) => {
    const [projectId, fields] = [projectIdOf(call), onlyFields(bodyOf(call), ["filter", "cohortId"])];
    const filter = cohortFilterOf(innerFields(fields, "filter"));
    const cohort = optionalText(fields, "cohortId");
    const cohortId = cohort === undefined ? undefined : asId<CohortId>(cohort);
    return Response.json(encodeFilterPreview(accepted(readFilterPreview(worldOf(call), projectId, filter, cohortId))));
  });

  app.post(`${COHORT}/freeze`, (call) => {
    const fields = onlyFields(bodyOf(call), ["reason", "untilMs"]);
    const until = present({ untilMs: optionalInstantMs(fields, "untilMs") });
    perform(call, { kind: "freeze-cohort", ...ofCohort(call), reason: reason(fields), ...until });
    return cohortAnswer(call);
  });

  app.post(`${COHORT}/unfreeze`, (call) => {
    const why = optionalReason(onlyFields(bodyOf(call), ["reason"]));
    perform(call, { kind: "unfreeze-cohort", ...ofCohort(call), ...why });
    return cohortAnswer(call);
  });

  for (const act of ["protect", "unprotect"] as const) {
    app.post(`${COHORT}/${act}`, (call) => {
      const why = reason(onlyFields(bodyOf(call), ["reason"]));
      perform(call, { kind: `${act}-cohort`, ...ofCohort(call), reason: why });
      return cohortAnswer(call);
    });
  }
}

function ofCohort(call: Call) {
  return { projectId: projectIdOf(call), cohortId: cohortOfPath(call).id };
}

function cohortAnswer(call: Call): Response {
  return dataAnswer(encodeCohort(cohortOfPath(call)));
}
