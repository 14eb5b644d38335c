import { QueryClient } from "@tanstack/react-query";
import type { ApiError } from "./error.ts";

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
    queries: { retry: false, staleTime: FRESH_MS, networkMode: "always" },
    mutations: { retry: false, networkMode: "always" },
  },
});
