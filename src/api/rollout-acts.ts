import { useMutation } from "@tanstack/react-query";
import { decodeDeployment } from "#contract/deployment.ts";
import { decodeData } from "#contract/page.ts";
import { present } from "#contract/present.ts";
import { decodeTarget } from "#contract/target.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { CohortId, DeploymentId, DeviceId, Scope } from "#domain/ids.ts";
import type { Target, TargetFilter } from "#domain/target.ts";
import { write, type Send } from "./call.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { invalidateDeployments } from "./invalidate.ts";

const DEPLOYMENT =
  "/v1/organizations/{organizationId}/projects/{projectId}/cohorts/{cohortId}/deployments/{deploymentId}";
const TARGET = `${DEPLOYMENT}/targets/{deviceId}` as const;

/** What a control act carries: the revision that was seen when it was decided, and perhaps why. */
export type ControlAct = {
  readonly controlRevision: string;
  readonly reason?: string;
  readonly idempotencyKey?: string;
};

/** Pausing is always safe, so it names no revision: it does what it says to whatever it finds. */
type PauseAct = Omit<ControlAct, "controlRevision">;

/** The devices to try again: these, at most 1,000, or all that a filter matches, provided they are as many as were seen. */
type RetryAct = ControlAct &
  ({ readonly deviceIds: readonly DeviceId[] } | { readonly filter: TargetFilter; readonly expectedCount: number });

/** What an act on one device carries. */
type TargetAct = ControlAct & { readonly deviceId: DeviceId };

/** Cancels what has not begun; with `stopDownloads` devices that are downloading get no more bytes. */
export function useCancelRest(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  const params = { path: { ...scope, cohortId, deploymentId } };
  return useControl<ControlAct & { readonly stopDownloads: boolean }>(
    { scope, cohortId, what: "cancel the rest" },
    ({ reason, stopDownloads }) =>
      (init) =>
        client.POST(`${DEPLOYMENT}/cancel`, { params, body: present({ reason, stopDownloads }), ...init }),
  );
}

/** Completes a deployment: no more joiners, pending devices expire. */
export function useComplete(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  const params = { path: { ...scope, cohortId, deploymentId } };
  return useControl<ControlAct>(
    { scope, cohortId, what: "complete the deployment" },
    ({ reason }) =>
      (init) =>
        client.POST(`${DEPLOYMENT}/complete`, { params, body: present({ reason }), ...init }),
  );
}

/** No new offers; devices in flight go on. */
export function usePause(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  const params = { path: { ...scope, cohortId, deploymentId } };
  return useControl<PauseAct>(
    { scope, cohortId, what: "pause the deployment" },
    ({ reason }) =>
      (init) =>
        client.POST(`${DEPLOYMENT}/pause`, { params, body: present({ reason }), ...init }),
  );
}

/** Offers go on; from halted a reason is required. */
export function useResume(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  const params = { path: { ...scope, cohortId, deploymentId } };
  return useControl<ControlAct>(
    { scope, cohortId, what: "resume the deployment" },
    ({ reason }) =>
      (init) =>
        client.POST(`${DEPLOYMENT}/resume`, { params, body: present({ reason }), ...init }),
  );
}

/** Opens the next phase now. */
export function usePromote(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  const params = { path: { ...scope, cohortId, deploymentId } };
  return useControl<ControlAct>(
    { scope, cohortId, what: "open the next phase" },
    ({ reason }) =>
      (init) =>
        client.POST(`${DEPLOYMENT}/promote`, { params, body: present({ reason }), ...init }),
  );
}

/** Gives devices that failed another attempt. */
export function useRetryTargets(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  const params = { path: { ...scope, cohortId, deploymentId } };
  return useControl<RetryAct>(
    { scope, cohortId, what: "retry the devices" },
    ({ reason, controlRevision: _seen, idempotencyKey: _key, ...chosen }) =>
      (init) =>
        client.POST(`${DEPLOYMENT}/retry`, { params, body: present({ reason, ...chosen }), ...init }),
  );
}

/** Offers a device nothing until it is released. */
export function useHoldTarget(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  return useTargetAct(scope, "hold the device", ({ deviceId, reason }) => (init) => {
    const params = { path: { ...scope, cohortId, deploymentId, deviceId } };
    return client.POST(`${TARGET}/hold`, { params, body: present({ reason }), ...init });
  });
}

/** Offers a held device the update again. */
export function useReleaseTarget(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  return useTargetAct(scope, "release the device", ({ deviceId, reason }) => (init) => {
    const params = { path: { ...scope, cohortId, deploymentId, deviceId } };
    return client.POST(`${TARGET}/release`, { params, body: present({ reason }), ...init });
  });
}

/** Gives one device another attempt. */
export function useRetryTarget(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  return useTargetAct(scope, "retry the device", ({ deviceId, reason }) => (init) => {
    const params = { path: { ...scope, cohortId, deploymentId, deviceId } };
    return client.POST(`${TARGET}/retry`, { params, body: present({ reason }), ...init });
  });
}

type Control = { readonly scope: Scope; readonly cohortId: CohortId; readonly what: string };

function useControl<Act extends PauseAct & Partial<ControlAct>>(
  { scope, cohortId, what }: Control,
  sending: (act: Act) => Send,
) {
  const decode = decodeData("deployment", (wire) => decodeDeployment(wire, cohortId));
  return useMutation({
    mutationFn: (act: Act): Promise<Deployment> => write({ what, ...sentWith(act), decode }, sending(act)),
    onSettled: (_deployment, _error, _vars, _before, { client: cache }) => invalidateDeployments(cache, scope),
  });
}

function useTargetAct(scope: Scope, what: string, sending: (act: TargetAct) => Send) {
  const decode = decodeData("target", decodeTarget);
  return useMutation({
    mutationFn: (act: TargetAct): Promise<Target> => write({ what, ...sentWith(act), decode }, sending(act)),
    onSettled: (_target, _error, _vars, _before, { client: cache }) => invalidateDeployments(cache, scope),
  });
}

function sentWith({ idempotencyKey, controlRevision }: Partial<ControlAct>) {
  return present({ key: idempotencyKey ?? newKey(), ifMatch: controlRevision });
}
