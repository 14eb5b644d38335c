import { BUCKETS, SUBSTATES_OF, type Counts } from "./target.ts";

/** The counts of a deployment that has no targets. */
export const EMPTY_COUNTS: Counts = {
  total: 0,
  buckets: { pending: 0, "in-progress": 0, succeeded: 0, failed: 0, cancelled: 0 },
  substates: {},
  stuck: 0,
};

/** How many devices are proven to run the new version; those that ran it already are counted apart. */
export function verifiedCount({ buckets, substates }: Counts): number {
  return substates.verified ?? buckets.succeeded - (substates["already-installed"] ?? 0);
}

/**
 * Where counts contradict themselves, as a sentence: the five buckets sum to the total, and a bucket's substates,
 * when any are given, to the bucket. Source: domain.md, Invariants.
 */
export function countsProblem({ total, buckets, substates }: Counts): string | undefined {
  const sum = BUCKETS.reduce((all, bucket) => all + buckets[bucket], 0);
  if (sum !== total) return `The buckets sum to ${sum}, not to ${total}.`;
  const wrong = BUCKETS.find((bucket) => {
    const parts = SUBSTATES_OF[bucket].reduce((all, substate) => all + (substates[substate] ?? 0), 0);
    return parts !== 0 && parts !== buckets[bucket];
  });
  return wrong === undefined ? undefined : `The substates of ${wrong} do not sum to ${buckets[wrong]}.`;
}

/** A count as people read it: 1,204. */
export function countText(count: number): string {
  return COUNT_FORMAT.format(count);
}

const COUNT_FORMAT = new Intl.NumberFormat("en-GB");

/** "1 device", "1,204 devices". */
export function devicesText(count: number): string {
  return `${countText(count)} ${count === 1 ? "device" : "devices"}`;
}
