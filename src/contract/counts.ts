import * as v from "valibot";
import { EMPTY_COUNTS } from "#domain/counts.ts";
import { BUCKETS, SUBSTATES, type Bucket, type Counts } from "#domain/target.ts";
import { otherwise } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const numbers = v.record(v.string(), v.number());

/** Devices by bucket on the wire. Those in a bucket that no table knows count as In Progress. */
export const bucketCounts = v.pipe(numbers, v.transform(knownBuckets));

/** Counts on the wire. Devices in a bucket that no table knows count as In Progress, so that the buckets still sum. */
export const counts = v.pipe(
  v.object({
    total: v.number(),
    buckets: bucketCounts,
    substates: otherwise(numbers, {}),
    stuck: otherwise(v.number(), 0),
  }),
  v.transform(({ total, buckets, substates, stuck }): Counts => {
    const known = SUBSTATES.filter((substate) => substates[substate] !== undefined);
    return {
      total,
      buckets,
      substates: Object.fromEntries(known.map((substate) => [substate, substates[substate] ?? 0])),
      stuck,
    };
  }),
);

function knownBuckets(given: Readonly<Record<string, number>>): Readonly<Record<Bucket, number>> {
  const buckets = { ...EMPTY_COUNTS.buckets };
  for (const [word, count] of Object.entries(given)) {
    buckets[BUCKETS.find((bucket) => bucket === word) ?? "in-progress"] += count;
  }
  return buckets;
}

/** Counts as they travel. */
export function encodeCounts({ total, buckets, substates, stuck }: Counts): Wire<"Counts"> {
  return { total, buckets: { ...buckets }, substates: present(substates), stuck };
}
