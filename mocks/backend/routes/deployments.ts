import { encodeDeployment } from "#contract/deployment.ts";
import { present } from "#contract/present.ts";
import type { Deployment, DeploymentRequest } from "#domain/deployment.ts";
import type { DeploymentId, ProjectId } from "#domain/ids.ts";
import { deploymentOf, listDeployments } from "#mocks/engine/read-deployments.ts";
import { toldTo } from "#mocks/engine/read-desired.ts";
import { dataAnswer, found, pageAnswer, slicedAnswer } from "../answer.ts";
import { requireMatch } from "../control.ts";
import { manifestAnswer } from "../manifest-answer.ts";
import { asId, asIds, cohortOfPath, deploymentOfPath, projectIdOf } from "../path-ids.ts";
import { optionalFields, optionalFlag, optionalText, text, texts, type Fields } from "../read-body.ts";
import { pageQuery, word } from "../read-query.ts";
import { bodyOf, perform, queryOf, worldOf, type App, type Call } from "../visit.ts";

const DEPLOYMENTS = "/v1/organizations/:organizationId/projects/:projectId/cohorts/:cohortId/deployments";
const DEPLOYMENT = `${DEPLOYMENTS}/:deploymentId`;

/** Deployments of a cohort: started, looked at, cancelled, completed; never changed. */
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
    const started = perform(call, { kind: "start-deployment", projectId, cohortId: cohort.id, request });
    return deploymentAnswer(call, projectId, started.deploymentId);
  });

  app.get(DEPLOYMENT, (call) => taggedAnswer(deploymentOfPath(call)));

  app.post(`${DEPLOYMENT}/cancel`, (call) => {
    const [projectId, { id: deploymentId }] = [projectIdOf(call), requireMatch(call, deploymentOfPath(call))];
    const stopDownloads = optionalFlag(bodyOf(call), "stopDownloads") ?? false;
    perform(call, { kind: "cancel-deployment", projectId, deploymentId, stopDownloads, ...reasonOf(call) });
    return deploymentAnswer(call, projectId, deploymentId);
  });

  app.post(`${DEPLOYMENT}/complete`, (call) => {
    const [projectId, { id: deploymentId }] = [projectIdOf(call), requireMatch(call, deploymentOfPath(call))];
    perform(call, { kind: "complete-deployment", projectId, deploymentId, ...reasonOf(call) });
    return deploymentAnswer(call, projectId, deploymentId);
  });

  app.get(`${DEPLOYMENT}/manifest`, (call) => {
    const deviceId = word(queryOf(call), "deviceId");
    const asked = deviceId === undefined ? undefined : asId<never>(deviceId);
    const told = toldTo(worldOf(call), projectIdOf(call), deploymentOfPath(call).id, asked);
    return manifestAnswer(call, found(told, "device not found"));
  });
}

function deploymentRequestOf(fields: Fields): DeploymentRequest {
  const origin = optionalFields(fields, "origin");
  return present({
    name: text(fields, "name"),
    artifactIds: asIds<never>(texts(fields, "artifactIds")),
    notes: optionalText(fields, "notes"),
    origin:
      origin === undefined
        ? undefined
        : { rollbackOf: asId<DeploymentId>(text(origin, "rollbackOf")), to: asId<DeploymentId>(text(origin, "to")) },
    impactHash: optionalText(fields, "impactHash"),
  });
}

function reasonOf(call: Call): { reason?: string } {
  return present({ reason: optionalText(bodyOf(call), "reason") });
}

function deploymentAnswer(call: Call, projectId: ProjectId, id: DeploymentId | undefined): Response {
  return taggedAnswer(
    found(id === undefined ? undefined : deploymentOf(worldOf(call), projectId, id), "deployment not found"),
  );
}

function taggedAnswer(deployment: Deployment): Response {
  return dataAnswer(encodeDeployment(deployment), { etag: `"${deployment.controlRevision}"` });
}
