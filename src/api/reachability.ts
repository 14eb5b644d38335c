import { queryOptions, useQuery } from "@tanstack/react-query";
import { keys } from "./keys.ts";
import { queryClient } from "./query-client.ts";
import { ALL_WELL, isAway, whyNoWrites, type Reach } from "./reach.ts";
import type { FailedTry } from "./retry-policy.ts";

let watching = false;

/**
 * Begins to watch the way to the backend. For a backend behind the network only: one inside the browser answers offline
 * too, and until this is called nothing is ever found unreachable.
 */
export function watchReach(): void {
  watching = true;
  const note = () => noteReach({ online: navigator.onLine });
  window.addEventListener("online", note);
  window.addEventListener("offline", note);
  note();
}

/** Takes how a call ended: its last try when that failed, nothing when it did what it was to do. */
export function noteCallEnded(failed: FailedTry | undefined): void {
  noteReach({ answering: failed === undefined || !isAway(failed) });
}

/** Why nothing can be changed now, in a sentence for the acts that it disables; undefined while all can be tried. */
export function useWhyNoWrites(): string | undefined {
  const { data: reach } = useQuery(reachQuery);
  return whyNoWrites(reach);
}

/** Known to the cache only, as all that pages share. */
const reachQuery = queryOptions({
  queryKey: keys.reach(),
  queryFn: reachNow,
  initialData: reachNow,
  staleTime: Infinity,
});

function reachNow(): Reach {
  return queryClient.getQueryData<Reach>(keys.reach()) ?? ALL_WELL;
}

function noteReach(change: Partial<Reach>): void {
  const before = reachNow();
  const reach = { ...before, ...change };
  const same = reach.online === before.online && reach.answering === before.answering;
  if (watching && !same) queryClient.setQueryData<Reach>(keys.reach(), reach);
}
