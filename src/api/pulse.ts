import type { QueryClient } from "@tanstack/react-query";
import { decodePulse } from "#contract/rollout.ts";
import { present } from "#contract/present.ts";
import type { DeviceId } from "#domain/ids.ts";
import type { Page } from "#domain/project.ts";
import type { Pulse } from "#domain/rollout.ts";
import type { Target, TargetRow } from "#domain/target.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";
import { ApiError } from "./error.ts";
import { invalidateDeployments } from "./invalidate.ts";
import { rolloutKeys, type RolloutOf } from "./rollout-keys.ts";

/** A pulse names at most this many devices. Source: contract.md, Live. */
const MAX_DEVICES = 100;

/**
 * The next pulse of a rollout after `before`. What it says is put where the page reads it: rows that changed replace the
 * ones on screen in place, an open device asks again, and a change of state refreshes all that shows deployments.
 * An answer older than the one shown is dropped; when the backend no longer knows the revision, everything is read anew.
 */
export async function nextPulse(
  cache: QueryClient,
  of: RolloutOf,
  before: Pulse | undefined,
  signal: AbortSignal,
): Promise<Pulse> {
  const pulse = await readPulse(of, before?.revision, shownDeviceIds(cache, of), signal).catch((error: unknown) => {
    if (error instanceof ApiError && error.failure.kind === "gone") return undefined;
    throw error;
  });
  if (pulse === undefined) {
    await Promise.all([
      cache.invalidateQueries({ queryKey: rolloutKeys.targetLists(of) }),
      cache.invalidateQueries({ queryKey: rolloutKeys.openTargets(of) }),
    ]);
    return readPulse(of, undefined, [], signal);
  }
  if (before !== undefined && pulse.revision < before.revision) return before;
  await spread(cache, of, before, pulse);
  return pulse;
}

function readPulse(
  { scope, cohortId, deploymentId }: RolloutOf,
  since: number | undefined,
  deviceIds: readonly DeviceId[],
  signal: AbortSignal,
): Promise<Pulse> {
  return read({ what: "the rollout", signal, decode: decodePulse }, (init) =>
    client.GET(
      "/v1/organizations/{organizationId}/projects/{projectId}/cohorts/{cohortId}/deployments/{deploymentId}/pulse",
      { params: { path: { ...scope, cohortId, deploymentId }, query: present({ since, deviceIds }) }, ...init },
    ),
  );
}

/** The devices that are on screen: rows of the lists shown, and the one that is open. */
function shownDeviceIds(cache: QueryClient, of: RolloutOf): readonly DeviceId[] {
  const shown = (queryKey: readonly unknown[]) => cache.getQueryCache().findAll({ queryKey, type: "active" });
  const listed = shown(rolloutKeys.targetLists(of)).flatMap(
    ({ queryKey }) => cache.getQueryData<Page<TargetRow>>(queryKey)?.list ?? [],
  );
  const open = shown(rolloutKeys.openTargets(of)).flatMap(({ queryKey }) => {
    const target = cache.getQueryData<Partial<Target>>(queryKey);
    return target?.deviceId === undefined ? [] : [target.deviceId];
  });
  return [...new Set([...open, ...listed.map(({ deviceId }) => deviceId)])].slice(0, MAX_DEVICES);
}

async function spread(cache: QueryClient, of: RolloutOf, before: Pulse | undefined, pulse: Pulse): Promise<void> {
  const changed = new Map(pulse.changedRows.map((row) => [row.deviceId, row]));
  if (changed.size > 0) {
    cache.setQueriesData<Page<TargetRow>>(
      { queryKey: rolloutKeys.targetLists(of) },
      (page) => page && { ...page, list: page.list.map((row) => changed.get(row.deviceId) ?? row) },
    );
    await Promise.all(
      [...changed.keys()].map((id) => cache.invalidateQueries({ queryKey: rolloutKeys.target(of, id) })),
    );
  }
  // The pulse itself is being read: invalidating it from here would cancel it.
  if (before !== undefined && turned(before, pulse))
    await invalidateDeployments(cache, of.scope, rolloutKeys.pulse(of));
}

function turned(before: Pulse, after: Pulse): boolean {
  return (
    before.state !== after.state || before.settled !== after.settled || before.controlRevision !== after.controlRevision
  );
}
