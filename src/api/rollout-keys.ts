import type { CohortId, DeploymentId, DeviceId, Scope } from "#domain/ids.ts";
import type { TargetFilter, TargetSort } from "#domain/target.ts";
import { keys } from "./keys.ts";

/** One rollout: where it is, and which. */
export type RolloutOf = {
  readonly scope: Scope;
  readonly cohortId: CohortId;
  readonly deploymentId: DeploymentId;
};

/** Which targets are asked for; `page` counts from 0, `perPage` is at most 100. */
export type TargetList = {
  readonly filter?: TargetFilter;
  readonly sort?: TargetSort;
  readonly page?: number;
  readonly perPage?: number;
  /** Token of a kept order. Left out, the list keeps its own for as long as it is shown. */
  readonly order?: string;
};

/** Keys within one rollout. */
export const rolloutKeys = {
  root: ({ scope, cohortId, deploymentId }: RolloutOf) => keys.rollout(scope, cohortId, deploymentId),
  pulse: (of: RolloutOf) => [...rolloutKeys.root(of), "pulse"] as const,
  targetLists: (of: RolloutOf) => [...rolloutKeys.root(of), "targets"] as const,
  targets: (of: RolloutOf, asked: TargetList) => [...rolloutKeys.targetLists(of), asked] as const,
  /** Tokens of kept orders; a page of a list shares them with the other pages. */
  orders: (of: RolloutOf) => [...rolloutKeys.root(of), "orders"] as const,
  order: (of: RolloutOf, { filter, sort }: TargetList) =>
    [...rolloutKeys.orders(of), filter ?? null, sort ?? null] as const,
  openTargets: (of: RolloutOf) => [...rolloutKeys.root(of), "target"] as const,
  target: (of: RolloutOf, deviceId: DeviceId) => [...rolloutKeys.openTargets(of), deviceId] as const,
  manifest: (of: RolloutOf, deviceId: DeviceId | undefined) =>
    [...rolloutKeys.root(of), "manifest", deviceId ?? null] as const,
};
