import { useState } from "react";
import { beginOrder, changesSince, keepOrder, type Listing, type Sight } from "./kept-order.ts";

/** How many changes a fresh list would show, counted for as long as one order is kept. */
export function useChangesSince(sight: Sight, listing: Listing): number {
  const [kept, setKept] = useState(() => beginOrder(sight));
  const next = keepOrder(kept, sight);
  // What was seen is part of what is shown: it is remembered while rendering, not after.
  if (next !== kept) setKept(next);
  return changesSince(next, sight.rows, listing);
}
