import { useState } from "react";
import type { Impact } from "#domain/impact.ts";

/**
 * Holds the impact that the review showed first: what a start is bound to. Figures that move under the same hash are
 * taken over and marked; another hash means that the cohort, the artifacts or the active deployment changed, and only
 * the person who reviews can take that over.
 */
export function useReviewed(latest: Impact | undefined) {
  const [reviewed, setReviewed] = useState(latest);
  if (reviewed === undefined && latest !== undefined) setReviewed(latest);
  const base = reviewed ?? latest;
  const outdated = base !== undefined && latest !== undefined && base.impactHash !== latest.impactHash;
  return {
    /** What the start names, and what moved figures are compared with. */
    base,
    /** What the page shows. */
    shown: outdated ? base : latest,
    outdated,
    /** Takes an impact as the one that is reviewed from now on. */
    take: setReviewed,
  };
}
