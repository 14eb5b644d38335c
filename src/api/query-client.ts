import { QueryClient } from "@tanstack/react-query";
import type { ApiError } from "./error.ts";
import { keys } from "./keys.ts";
import { ALL_WELL, whyNoWrites, type Reach } from "./reach.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ApiError;
  }
}

/** An answer this young is shown without asking again, e.g. by the page after its loader. */
const FRESH_MS = 2_000;

/**
 * The one cache. Retries are the client's business, where it is known what can be repeated. Calls are made offline too:
 * a mock in the browser answers then, and a write that cannot be made fails at once instead of waiting in a queue.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: freshForMs, networkMode: "always", refetchOnReconnect: "always" },
    mutations: { retry: false, networkMode: "always" },
  },
});

/** While the backend is away what was read before is shown as it is, instead of an error in its place. */
function freshForMs(): number {
  const reach = queryClient.getQueryData<Reach>(keys.reach()) ?? ALL_WELL;
  return whyNoWrites(reach) === undefined ? FRESH_MS : Infinity;
}
