import { queryOptions, useQuery } from "@tanstack/react-query";
import { decodeCapabilities } from "#contract/capabilities.ts";
import type { Capability } from "#domain/capabilities.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";
import { ApiError } from "./error.ts";
import { queryClient } from "./query-client.ts";

/** Which groups of operations the backend has beyond Golioth's base. */
export const capabilityQueries = {
  all: () =>
    queryOptions({
      queryKey: ["capabilities"],
      staleTime: Infinity,
      queryFn: ({ signal }) => readCapabilities(signal),
    }),
};

async function readCapabilities(signal: AbortSignal): Promise<readonly Capability[]> {
  try {
    return await read({ what: "what the backend can do", signal, decode: decodeCapabilities }, (init) =>
      client.GET("/v1/capabilities", { ...init }),
    );
  } catch (error) {
    // A backend that does not know the question has only the base. Source: contract.md, Capabilities.
    if (error instanceof ApiError && error.status !== undefined && [404, 501].includes(error.status)) return [];
    throw error;
  }
}

/** Whether the backend has a group of operations; false until that is known. */
export function useHas(capability: Capability): boolean {
  const { data } = useQuery(capabilityQueries.all());
  return data?.includes(capability) ?? false;
}

/** Whether the backend has anything beyond Golioth's base; false until that is known. */
export function useHasMore(): boolean {
  const { data } = useQuery(capabilityQueries.all());
  return data !== undefined && data.length > 0;
}

/** `useHas` for code that is not a component; waits until it is known. */
export async function backendHas(capability: Capability): Promise<boolean> {
  const capabilities = await queryClient.query(capabilityQueries.all());
  return capabilities.includes(capability);
}
