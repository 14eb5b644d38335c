import { queryOptions, useMutation } from "@tanstack/react-query";
import { decodeDevicePage, decodeDevice } from "#contract/device.ts";
import { decodeDevicePastTarget } from "#contract/device-history.ts";
import { decodeData, decodeList } from "#contract/page.ts";
import { present } from "#contract/present.ts";
import type { DeviceFilter, DeviceSort } from "#domain/device.ts";
import type { BlueprintId, CohortId, DeviceId, Scope, TagId } from "#domain/ids.ts";
import { read, write } from "./call.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { invalidateFleet } from "./invalidate.ts";
import { keys } from "./keys.ts";
import { remove } from "./remove.ts";

const DEVICES = "/v1/projects/{projectId}/devices";
const DEVICE = `${DEVICES}/{deviceId}` as const;

/** Which devices are asked for. Facets count everything the filter matches, where the backend has them. */
export type DeviceList = {
  readonly filter?: DeviceFilter;
  readonly sort?: DeviceSort;
  readonly page?: number;
  readonly perPage?: number;
  readonly facets?: boolean;
};

/** Units in the field. */
export const deviceQueries = {
  all: keys.devices,
  /** One page of the devices a filter matches. */
  list: (scope: Scope, asked: DeviceList = {}) =>
    queryOptions({
      queryKey: [...deviceQueries.all(scope), "list", asked],
      queryFn: ({ signal }) =>
        read({ what: "the devices", signal, decode: decodeDevicePage }, (init) =>
          client.GET(DEVICES, { params: { path: scope, query: deviceQueryOf(asked) }, ...init }),
        ),
    }),
  one: (scope: Scope, deviceId: DeviceId) =>
    queryOptions({
      queryKey: [...deviceQueries.all(scope), "one", deviceId],
      queryFn: ({ signal }) =>
        read({ what: "the device", signal, decode: decodeData("device", decodeDevice) }, (init) =>
          client.GET(DEVICE, { params: { path: { ...scope, deviceId } }, ...init }),
        ),
    }),
  /** What the device went through, deployment by deployment, newest first. */
  history: (scope: Scope, deviceId: DeviceId) =>
    queryOptions({
      queryKey: [...deviceQueries.all(scope), "one", deviceId, "history"],
      queryFn: ({ signal }) =>
        read({ what: "the device's history", signal, decode: decodeList("history", decodeDevicePastTarget) }, (init) =>
          client.GET(`${DEVICE}/history`, { params: { path: { ...scope, deviceId } }, ...init }),
        ),
    }),
};

/** What is asked of a list of devices, as the parameters of its address. */
export function deviceQueryOf({ filter = {}, sort, page, perPage, facets }: DeviceList) {
  const { tagIds, blueprintIds, ...rest } = filter;
  return present({ ...rest, tags: tagIds, blueprintId: blueprintIds, sort, page, perPage, facets });
}

/** What a device is made from. */
export type NewDevice = {
  readonly name: string;
  readonly hardwareIds?: readonly string[];
  readonly tagIds?: readonly TagId[];
  readonly blueprintId?: BlueprintId;
  readonly cohortId?: CohortId;
  readonly idempotencyKey?: string;
};

/** Makes a device. */
export function useCreateDevice(scope: Scope) {
  return useMutation({
    mutationFn: ({ idempotencyKey = newKey(), ...body }: NewDevice) =>
      write({ what: "create the device", key: idempotencyKey, decode: decodeData("device", decodeDevice) }, (init) =>
        client.POST(DEVICES, { params: { path: scope }, body, ...init }),
      ),
    onSuccess: (_device, _vars, _before, { client: cache }) => invalidateFleet(cache, scope),
  });
}

/** What of a device can change; null removes. */
export type DeviceUpdate = {
  readonly deviceId: DeviceId;
  readonly name?: string;
  readonly enabled?: boolean;
  readonly blueprintId?: BlueprintId | null;
  readonly cohortId?: CohortId | null;
  readonly hardwareIds?: readonly string[];
  readonly tagIds?: readonly TagId[];
};

/** Changes a device. */
export function useUpdateDevice(scope: Scope) {
  return useMutation({
    mutationFn: ({ deviceId, ...body }: DeviceUpdate) =>
      write({ what: "change the device", decode: decodeData("device", decodeDevice) }, (init) =>
        client.PATCH(DEVICE, { params: { path: { ...scope, deviceId } }, body, ...init }),
      ),
    onSuccess: (_device, _vars, _before, { client: cache }) => invalidateFleet(cache, scope),
  });
}

/** Deletes a device. */
export function useDeleteDevice(scope: Scope) {
  return useMutation({
    mutationFn: (deviceId: DeviceId) =>
      remove("delete the device", deviceId, (init) =>
        client.DELETE(DEVICE, { params: { path: { ...scope, deviceId } }, ...init }),
      ),
    onSuccess: async (deviceId, _vars, _before, { client: cache }) => {
      // The page that showed it is about to leave; asking for it again would only be told it is gone.
      cache.removeQueries({ queryKey: deviceQueries.one(scope, deviceId).queryKey, type: "inactive" });
      await invalidateFleet(cache, scope, deviceId);
    },
  });
}
