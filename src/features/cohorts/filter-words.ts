import { countText, devicesText } from "#domain/counts.ts";
import type { FilterOverlap, FilterPreview } from "#domain/filter-preview.ts";

/** Where the devices go that a filter matches. The counts sum to all that match. */
type Whereabouts = "taken" | "by-hand" | "older";

/** One part of what matches: how many, and what becomes of them. */
export type Share = { readonly of: Whereabouts; readonly count: number; readonly words: string };

/** "42 devices match, 30 would be in it.": the whole count in one line. */
export function heldText({ matching, takes }: Pick<FilterPreview, "matching" | "takes">): string {
  return matching === 0 ? "No device matches." : `${matchText(matching)}, ${countText(takes)} would be in it.`;
}

/** "42 devices match". */
export function matchText(matching: number): string {
  if (matching === 0) return "No device matches";
  return `${devicesText(matching)} ${matching === 1 ? "matches" : "match"}`;
}

/**
 * What becomes of the devices that match: some are in the cohort, some stay where somebody placed them, some in an older
 * cohort. Who is in it is always said, the others only where there are any. Source: domain.md, Glossary (cohort).
 */
export function sharesOf({ matching, takes, placedByHand }: FilterPreview): readonly Share[] {
  const older = Math.max(0, matching - takes - placedByHand);
  const taken: Share = { of: "taken", count: takes, words: "would be in it" };
  const others: readonly Share[] = [
    {
      of: "by-hand",
      count: placedByHand,
      words: placedByHand === 1 ? "stays where somebody placed it by hand" : "stay where somebody placed them by hand",
    },
    {
      of: "older",
      count: older,
      words: older === 1 ? "stays with an older dynamic cohort" : "stay with an older dynamic cohort",
    },
  ];
  return [taken, ...others.filter(({ count }) => count > 0)];
}

/** What stands behind the name of a cohort whose filter matches some of the same devices. */
export function overlapWords({ count, wins }: Pick<FilterOverlap, "count" | "wins">): string {
  const them = count === 1 ? "it" : "them";
  return wins === "other" ? `is older and keeps ${them}.` : `is younger: this one gets ${them}.`;
}

/** "and 25 more", behind the names of some; nothing when all are named. */
export function moreText(total: number, named: number): string | undefined {
  return total > named ? `and ${countText(total - named)} more` : undefined;
}

/** Behind the number of devices that a changed filter brings in. */
export function joinText(count: number): string {
  return count === 1 ? "comes in" : "come in";
}

/** Behind the number of devices that a changed filter lets go. */
export function leaveText(count: number): string {
  return count === 1 ? "goes, and keeps what it runs" : "go, and keep what they run";
}

/**
 * Members that no filter holds: those placed by hand that it does not match. They are what is left of a cohort's
 * `deviceCount` without those who would go and those who are here and match. 0 where that cannot be told.
 */
export function beyondFilter({ takes, change }: Pick<FilterPreview, "takes" | "change">, deviceCount: number): number {
  if (change === undefined) return 0;
  const { joins, leaves } = change;
  return Math.max(0, deviceCount - leaves.count - (takes - joins.count));
}

/** Says of those members that they stay. */
export function beyondText(count: number): string {
  return count === 1
    ? "1 more does not match and stays: somebody placed it here by hand."
    : `${countText(count)} more do not match and stay: somebody placed them here by hand.`;
}
