import { decodeDevice, decodeDevicePage } from "#contract/device.ts";
import { decodeData } from "#contract/page.ts";
import type { DeviceFilter } from "#domain/device.ts";
import type { ImpactChange } from "#domain/impact.ts";
import type { CohortId, DeviceId, Scope } from "#domain/ids.ts";
import { allPages } from "./all-pages.ts";
import { read, write } from "./call.ts";
import { client } from "./client.ts";
import { deviceQueryOf } from "./devices.ts";
import { ApiError } from "./error.ts";

/**
 * Moves devices into a cohort, or out of theirs, one by one: where a backend has only Golioth's base, membership is a
 * field of the device. What was moved before a failure stays moved. @throws ApiError of the first device that failed.
 */
export async function moveOneByOne(
  scope: Scope,
  cohortId: CohortId | null,
  deviceIds: readonly DeviceId[],
): Promise<{ readonly moved: number }> {
  for (const deviceId of deviceIds) {
    // One after the other, so that a refusal stops the rest.
    // oxlint-disable-next-line no-await-in-loop
    await write({ what: "move the device", decode: decodeData("device", decodeDevice) }, (init) =>
      client.PATCH("/v1/projects/{projectId}/devices/{deviceId}", {
        params: { path: { ...scope, deviceId } },
        body: { cohortId },
        ...init,
      }),
    );
  }
  return { moved: deviceIds.length };
}

/** The devices a filter matches, provided they are as many as were seen. @throws ApiError stale when they are not. */
export async function matchingDeviceIds(
  scope: Scope,
  filter: DeviceFilter,
  expectedCount: number,
): Promise<readonly DeviceId[]> {
  const devices = await allPages((page) =>
    read({ what: "the devices", decode: decodeDevicePage }, (init) =>
      client.GET("/v1/projects/{projectId}/devices", {
        params: { path: scope, query: deviceQueryOf({ filter, ...page }) },
        ...init,
      }),
    ),
  );
  if (devices.length === expectedCount) return devices.map(({ id }) => id);
  const changes: readonly ImpactChange[] = [{ kind: "membership", before: expectedCount, after: devices.length }];
  const message = `The filter now matches ${devices.length} devices, not ${expectedCount}. Look at them again.`;
  throw new ApiError({ kind: "stale", changes, message });
}
