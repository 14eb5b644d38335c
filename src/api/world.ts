import { queryOptions, useMutation } from "@tanstack/react-query";
import { decodeWorld } from "#contract/world.ts";
import type { Faults, WorldInfo } from "#domain/world.ts";
import { read, write } from "./call.ts";
import { newKey } from "./chance.ts";
import { client, noteWorldSpeed } from "./client.ts";
import { SETTLED_EVERY_MS } from "./polling.ts";
import { queryClient } from "./query-client.ts";

/** The simulated world behind a mock backend; only where the backend has the capability `world`. */
export const worldQueries = {
  world: () =>
    queryOptions({
      queryKey: ["world"],
      refetchInterval: SETTLED_EVERY_MS,
      queryFn: ({ signal }) =>
        read({ what: "the world", signal, decode: decodedWorld }, (init) => client.GET("/v1/world", { ...init })),
    }),
};

/** Decodes a world and lets the console's clock run at its speed. */
function decodedWorld(wire: unknown): WorldInfo {
  const world = decodeWorld(wire);
  noteWorldSpeed(world.paused ? 0 : world.speed);
  return world;
}

/** What of a world can be set; speed is 1 to 3,600 world seconds a second. */
export type WorldSettings = { readonly speed?: number; readonly paused?: boolean; readonly faults?: Faults };

/** Sets speed, pause or faults. */
export function useSetWorld() {
  return useMutation({
    mutationFn: (body: WorldSettings) =>
      write({ what: "change the world", decode: decodedWorld }, (init) => client.PUT("/v1/world", { body, ...init })),
    onSuccess: (world, _vars, _before, { client: cache }) => {
      cache.setQueryData(worldQueries.world().queryKey, world);
    },
  });
}

/** Starts the world again, perhaps with another seed. Nothing that was known before is still true: `forgetWorld`. */
export function useResetWorld() {
  return useMutation({
    mutationFn: (body: { readonly seed?: string }) =>
      write({ what: "reset the world", key: newKey(), decode: decodedWorld }, (init) =>
        client.POST("/v1/world/reset", { body, ...init }),
      ),
  });
}

/**
 * Forgets all that was known of the world before this one, without asking again: the ids that the questions hold, the
 * organization's too, are those of the old world. A page that is still there would ask for them as it draws itself.
 */
export function forgetWorld(): void {
  queryClient.getQueryCache().clear();
}
