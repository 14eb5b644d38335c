/** Devices with one trait (a blueprint, a tag, a version they came from, a phase), among those that failed and finished. */
export type LiftTally = {
  readonly failedWith: number;
  readonly failed: number;
  /** Verified or failed. */
  readonly finishedWith: number;
  readonly finished: number;
};

/** Fewest failures of which a share tells anything, and the lift from which on it is worth a word. */
const FAILURES_LEAST = 5;
const LIFT_LEAST = 1.5;

/**
 * How much more often a trait is found among the failed than among the finished: its share there by its share here.
 * Absent below 5 failures and below 1.5: then it is no lead. Source: domain.md, Small figures.
 */
export function liftOf({ failedWith, failed, finishedWith, finished }: LiftTally): number | undefined {
  if (failed < FAILURES_LEAST || finishedWith === 0) return undefined;
  const lift = (failedWith * finished) / (failed * finishedWith);
  return lift >= LIFT_LEAST ? lift : undefined;
}
