import { encodeCohort } from "#contract/cohort.ts";
import { present } from "#contract/present.ts";
import { COHORT_SORTS, type CohortFilter } from "#domain/cohort.ts";
import type { CohortId, ProjectId } from "#domain/ids.ts";
import { cohortOf, listCohorts } from "#mocks/engine/read-cohorts.ts";
import { dataAnswer, doneAnswer, found, pageAnswer } from "../answer.ts";
import { cohortFilterOf } from "../cohort-filter.ts";
import { cohortOfPath, pathId, projectIdOf } from "../path-ids.ts";
import { optionalFields, optionalText, text, type Fields } from "../read-body.ts";
import { oneOf, pageQuery, word } from "../read-query.ts";
import { worldSeen } from "../time-travel.ts";
import { bodyOf, perform, queryOf, worldOf, type App, type Call } from "../visit.ts";

const COHORTS = "/v1/organizations/:organizationId/projects/:projectId/cohorts";
const COHORT = `${COHORTS}/:cohortId`;

/** Groups of devices that get the same deployments. */
export function cohortRoutes(app: App): void {
  app.get(COHORTS, (call) => {
    const query = queryOf(call);
    const order = present({ term: word(query, "term"), sort: oneOf(query, "sort", COHORT_SORTS) });
    const page = listCohorts(worldOf(call), projectIdOf(call), { ...pageQuery(query), ...order });
    return pageAnswer(page, encodeCohort, { tally: page.tally });
  });

  app.post(COHORTS, (call) => {
    const [projectId, fields] = [projectIdOf(call), bodyOf(call)];
    const name = text(fields, "name");
    const { cohortId } = perform(call, { kind: "create-cohort", projectId, name, ...filterOf(fields) });
    return cohortAnswer(call, projectId, cohortId);
  });

  app.get(COHORT, (call) => dataAnswer(encodeCohort(cohortOfPath(call, worldSeen(call)))));

  app.put(COHORT, (call) => {
    const [projectId, cohortId, fields] = [projectIdOf(call), cohortOfPath(call).id, bodyOf(call)];
    const change = present({ name: optionalText(fields, "name"), ...filterOf(fields) });
    perform(call, { kind: "update-cohort", projectId, cohortId, ...change });
    return cohortAnswer(call, projectId, cohortId);
  });

  app.delete(COHORT, (call) => {
    perform(call, { kind: "delete-cohort", projectId: projectIdOf(call), cohortId: pathId(call, "cohortId") });
    return doneAnswer();
  });
}

function filterOf(fields: Fields): { filter?: CohortFilter } {
  const filter = optionalFields(fields, "filter");
  return filter === undefined ? {} : { filter: cohortFilterOf(filter) };
}

function cohortAnswer(call: Call, projectId: ProjectId, cohortId: CohortId | undefined): Response {
  const cohort = cohortId === undefined ? undefined : cohortOf(worldOf(call), projectId, cohortId);
  return dataAnswer(encodeCohort(found(cohort, "cohort not found")));
}
