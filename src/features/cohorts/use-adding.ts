import { useState } from "react";
import { newKey } from "#api/chance.ts";
import type { Device, DeviceFacets, DeviceFilter } from "#domain/device.ts";
import type { Confirming } from "./add-confirm-dialog.tsx";
import type { MembersSearch } from "./members-search.ts";
import { chosenCount, matching, NOTHING_CHOSEN, NO_FACETS, picking, type Choice } from "./move.ts";

/** What the list knows of all that its filter matches. */
type Matched = { readonly total: number; readonly facets?: DeviceFacets };

type Listed = {
  readonly devices: Matched;
  readonly filter: DeviceFilter;
  readonly refetch: () => Promise<{ readonly data?: Matched | undefined }>;
  readonly onSearch: (change: Partial<MembersSearch>) => void;
};

/** Which of the listed devices are chosen, and the choice that is being confirmed. */
export function useAdding({ devices, filter, refetch, onSearch }: Listed) {
  const [picked, setPicked] = useState<Choice | "all">(NOTHING_CHOSEN);
  const [confirming, setConfirming] = useState<Confirming>();
  const allOf = ({ total, facets = NO_FACETS }: Matched) => matching(filter, total, facets);
  const choice = picked === "all" ? allOf(devices) : picked;
  return {
    choice,
    allChosen: picked === "all",
    confirming,
    pick: (listed: readonly Device[], isPicked: boolean) => setPicked(picking(choice, listed, isPicked)),
    chooseAll: () => setPicked("all"),
    chooseNone: () => setPicked(NOTHING_CHOSEN),
    narrow: (change: Partial<MembersSearch>) => {
      // "All that match" was said of the old filter.
      if (picked === "all") setPicked(NOTHING_CHOSEN);
      onSearch(change);
    },
    confirm: () => setConfirming({ choice, idempotencyKey: newKey() }),
    /** Asks once more, with what the filter matches by now. */
    confirmAgain: async (before: Choice) => {
      const { data: fresh = devices } = await refetch();
      const now = before.kind === "matching" ? allOf(fresh) : before;
      setConfirming({ choice: now, idempotencyKey: newKey(), countBefore: chosenCount(before) });
    },
    stopConfirming: () => setConfirming(undefined),
  };
}
