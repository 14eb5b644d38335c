import { hashKey, type QueryClient, type QueryKey } from "@tanstack/react-query";
import type { DeviceId, Scope } from "#domain/ids.ts";
import { keys } from "./keys.ts";

/**
 * Who is where, or what devices there are, has changed: devices, the cohorts that count them, and reviews of them.
 * @param gone a device that was deleted; asking for it again would only say so.
 */
export async function invalidateFleet(cache: QueryClient, scope: Scope, gone?: DeviceId): Promise<void> {
  await Promise.all([
    cache.invalidateQueries({
      queryKey: keys.devices(scope),
      predicate: ({ queryKey }) => gone === undefined || !queryKey.includes(gone),
    }),
    cache.invalidateQueries({ queryKey: keys.cohorts(scope) }),
    cache.invalidateQueries({ queryKey: keys.impact(scope) }),
    cache.invalidateQueries({ queryKey: keys.rollouts(scope) }),
  ]);
}

/**
 * A deployment has started or changed its state: whatever shows deployments, or counts what uses what, asks again.
 * @param except the key of a query that is being read right now and brought the news.
 */
export async function invalidateDeployments(cache: QueryClient, scope: Scope, except?: QueryKey): Promise<void> {
  const exceptHash = except === undefined ? undefined : hashKey(except);
  const changed = [keys.deployments, keys.cohorts, keys.rollouts, keys.impact, keys.artifacts, keys.devices];
  await Promise.all(
    changed.map((key) =>
      cache.invalidateQueries({ queryKey: key(scope), predicate: ({ queryHash }) => queryHash !== exceptHash }),
    ),
  );
}
