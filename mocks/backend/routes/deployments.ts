import { encodeDeployment } from "#contract/deployment.ts";
import { present } from "#contract/present.ts";
import type { DeploymentRequest } from "#domain/deployment.ts";
import type { DeploymentId } from "#domain/ids.ts";
import { deploymentOf, listDeployments } from "#mocks/engine/read-deployments.ts";
import { toldTo } from "#mocks/engine/read-desired.ts";
import { accepted, dataAnswer, found, pageAnswer, slicedAnswer } from "../answer.ts";
import { deploymentAnswer } from "../deployment-answer.ts";
import { manifestAnswer } from "../manifest-answer.ts";
import { planIn } from "../plan-in.ts";
import { asId, asIds, cohortOfPath, deploymentOfPath, projectIdOf } from "../path-ids.ts";
import { optionalFields, optionalText, text, texts, type Fields } from "../read-body.ts";
import { pageQuery, word } from "../read-query.ts";
import { atOf, worldSeen } from "../time-travel.ts";
import { bodyOf, perform, queryOf, worldOf, type App } from "../visit.ts";
import { windowFactOf } from "../window-facts.ts";

const DEPLOYMENTS = "/v1/organizations/:organizationId/projects/:projectId/cohorts/:cohortId/deployments";
const DEPLOYMENT = `${DEPLOYMENTS}/:deploymentId`;

/** Deployments of a cohort: started and looked at, never changed. */
export function deploymentRoutes(app: App): void {
  app.get(DEPLOYMENTS, (call) => {
    const [projectId, cohort] = [projectIdOf(call), cohortOfPath(call)];
    const [name, query] = [word(queryOf(call), "name"), pageQuery(queryOf(call))];
    const asked = name === undefined ? query : { page: 0, perPage: cohort.deploymentCount };
    const page = found(listDeployments(worldOf(call), projectId, cohort.id, asked), "cohort not found");
    if (name === undefined) return pageAnswer(page, encodeDeployment);
    return slicedAnswer(
      page.list.filter((deployment) => deployment.name === name),
      query,
      encodeDeployment,
    );
  });

  app.post(DEPLOYMENTS, (call) => {
    const [projectId, cohort] = [projectIdOf(call), cohortOfPath(call)];
    const request = deploymentRequestOf(bodyOf(call));
    const window = windowFactOf(request.plan, worldOf(call).nowMs);
    const start = {
      kind: "start-deployment",
      projectId,
      cohortId: cohort.id,
      request,
      ...present({ window }),
    } as const;
    const started = perform(call, start);
    const { deploymentId } = started;
    const made = deploymentId === undefined ? undefined : deploymentOf(worldOf(call), projectId, deploymentId);
    return deploymentAnswer(found(made, "deployment not found"));
  });

  app.get(DEPLOYMENT, (call) => {
    const deployment = deploymentOfPath(call, worldSeen(call));
    // What was is not acted on, so it has no revision.
    return atOf(call) === undefined ? deploymentAnswer(deployment) : dataAnswer(encodeDeployment(deployment));
  });

  app.get(`${DEPLOYMENT}/manifest`, (call) => {
    const deviceId = word(queryOf(call), "deviceId");
    const asked = deviceId === undefined ? undefined : asId<never>(deviceId);
    const told = toldTo(worldOf(call), projectIdOf(call), deploymentOfPath(call).id, asked);
    return manifestAnswer(call, accepted(told, "device not found"));
  });
}

function deploymentRequestOf(fields: Fields): DeploymentRequest {
  const origin = optionalFields(fields, "origin");
  return present({
    name: text(fields, "name"),
    artifactIds: asIds<never>(texts(fields, "artifactIds")),
    notes: optionalText(fields, "notes"),
    plan: planIn(fields),
    origin:
      origin === undefined
        ? undefined
        : { rollbackOf: asId<DeploymentId>(text(origin, "rollbackOf")), to: asId<DeploymentId>(text(origin, "to")) },
    impactHash: optionalText(fields, "impactHash"),
  });
}
