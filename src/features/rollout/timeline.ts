import type { Attempt, Bucket, Substate } from "#domain/target.ts";
import { bucketOf } from "#domain/target.ts";

/** One instant in the life of a target. */
export type TimelineStep = {
  readonly substate: Substate;
  readonly bucket: Bucket;
  readonly atMs: number;
  readonly note?: string;
  /** How long it stayed there; absent for the step it is in now. */
  readonly tookMs?: number;
};

/** One attempt as it is shown: both attempts and steps stand newest first. */
export type TimelineAttempt = { readonly number: number; readonly steps: readonly TimelineStep[] };

/** The life of a target, newest first. Steps of one attempt follow each other, so each ends where the next begins. */
export function timelineOf(attempts: readonly Attempt[]): readonly TimelineAttempt[] {
  return attempts.toReversed().map(({ number, steps }) => ({
    number,
    steps: steps
      .map((step, index) => {
        const next = steps[index + 1];
        const took = next === undefined ? {} : { tookMs: next.atMs - step.atMs };
        return { ...step, ...took, bucket: bucketOf(step.substate) };
      })
      .toReversed(),
  }));
}
