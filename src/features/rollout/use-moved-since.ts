import { useState } from "react";
import { beginOrder, keepOrder, movedSince, type Listing, type Sight } from "./kept-order.ts";

/** How many devices a fresh list would show elsewhere, counted for as long as one order is kept. */
export function useMovedSince(sight: Sight, listing: Listing): number {
  const [kept, setKept] = useState(() => beginOrder(sight));
  const next = keepOrder(kept, sight);
  // What was seen is part of what is shown: it is remembered while rendering, not after.
  if (next !== kept) setKept(next);
  return movedSince(next, sight, listing);
}
