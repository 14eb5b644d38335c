import { heldText } from "./filter-words.ts";
import type { useFilterPreview } from "./use-filter-preview.ts";

export type LiveCountProps = {
  readonly query: ReturnType<typeof useFilterPreview>;
  /** What is said while nothing is counted. */
  readonly otherwise: string;
};

/** The count beside the act, in view also where the figures themselves are far below. */
export function LiveCount({ query: { data, isPlaceholderData, error }, otherwise }: LiveCountProps) {
  if (data === undefined) return otherwise;
  return isPlaceholderData && error === null ? "Counting…" : heldText(data);
}
