import { encodeTarget } from "#contract/target.ts";
import { targetOf } from "#mocks/engine/read-target.ts";
import { dataAnswer, found } from "../answer.ts";
import { chosenTargetsOf } from "../chosen-targets.ts";
import { requireMatch } from "../control.ts";
import { deploymentAnswer, taggedBy } from "../deployment-answer.ts";
import { deploymentOfPath, pathId, projectIdOf } from "../path-ids.ts";
import { onlyFields, optionalFlag } from "../read-body.ts";
import { optionalReason } from "../read-reason.ts";
import { bodyOf, perform, worldOf, type App, type Call } from "../visit.ts";

const DEPLOYMENT = "/v1/organizations/:organizationId/projects/:projectId/cohorts/:cohortId/deployments/:deploymentId";
const TARGET = `${DEPLOYMENT}/targets/:deviceId`;

/** What people do to a deployment that was started, and to single devices in it. Source: contract.md, Concurrency and keys. */
export function controlRoutes(app: App): void {
  // Always safe, so it asks for no revision: whoever pauses has no time to look again.
  app.post(`${DEPLOYMENT}/pause`, (call) => {
    const of = { projectId: projectIdOf(call), deploymentId: deploymentOfPath(call).id };
    perform(call, { kind: "pause-deployment", ...of, ...reasonOf(call) });
    return deploymentAnswer(deploymentOfPath(call));
  });

  for (const act of ["resume", "promote", "complete"] as const) {
    app.post(`${DEPLOYMENT}/${act}`, (call) => {
      perform(call, { kind: `${act}-deployment`, ...matched(call), ...reasonOf(call) });
      return deploymentAnswer(deploymentOfPath(call));
    });
  }

  app.post(`${DEPLOYMENT}/cancel`, (call) => {
    const fields = onlyFields(bodyOf(call), ["reason", "stopDownloads"]);
    const stopDownloads = optionalFlag(fields, "stopDownloads") ?? false;
    perform(call, { kind: "cancel-deployment", ...matched(call), stopDownloads, ...optionalReason(fields) });
    return deploymentAnswer(deploymentOfPath(call));
  });

  app.post(`${DEPLOYMENT}/retry`, (call) => {
    const fields = onlyFields(bodyOf(call), ["reason", "deviceIds", "filter", "expectedCount"]);
    const [of, chosen] = [matched(call), chosenTargetsOf(fields)];
    perform(call, { kind: "retry-targets", ...of, chosen, ...optionalReason(fields) });
    return deploymentAnswer(deploymentOfPath(call));
  });

  for (const act of ["hold", "release", "retry"] as const) {
    app.post(`${TARGET}/${act}`, (call) => {
      const [of, deviceId] = [matched(call), pathId(call, "deviceId")];
      perform(call, { kind: `${act}-target`, ...of, deviceId, ...reasonOf(call) });
      const target = targetOf(worldOf(call), of.projectId, of.deploymentId, deviceId);
      const tag = taggedBy(deploymentOfPath(call));
      return dataAnswer(encodeTarget(found(target, "This device has no part in this deployment.")), tag);
    });
  }
}

function matched(call: Call) {
  return { projectId: projectIdOf(call), deploymentId: requireMatch(call, deploymentOfPath(call)).id };
}

function reasonOf(call: Call): { readonly reason?: string } {
  return optionalReason(onlyFields(bodyOf(call), ["reason"]));
}
