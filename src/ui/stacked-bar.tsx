import styled from "@emotion/styled";
import type { Counts } from "#domain/target.ts";
import { formatCount } from "./format.ts";
import { BAR_ORDER, bucketFaces } from "./state-words.ts";
import { ink } from "./theme/tokens.ts";

export type StackedBarProps = {
  readonly counts: Pick<Counts, "total" | "buckets">;
  /** `big` is the band of a rollout; `small` stands in a row of a list. */
  readonly size?: "big" | "small";
};

/** The band: all devices of a rollout by their five states. Failed is hatched, Cancelled dotted, so it reads without colour. */
export function StackedBar({ counts, size = "small" }: StackedBarProps) {
  const shown = BAR_ORDER.filter((bucket) => counts.buckets[bucket] > 0);
  return (
    <Bar className={size} role="img" aria-label={barText(counts)}>
      {shown.map((bucket) => (
        <span key={bucket} className={bucket} style={{ flexGrow: counts.buckets[bucket] }} />
      ))}
    </Bar>
  );
}

/** "498 succeeded, 7 failed, of 1,250 devices". */
function barText(counts: StackedBarProps["counts"]): string {
  if (counts.total === 0) return "No devices";
  const parts = BAR_ORDER.filter((bucket) => counts.buckets[bucket] > 0).map(
    (bucket) => `${formatCount(counts.buckets[bucket])} ${bucketFaces[bucket].name.toLowerCase()}`,
  );
  return `${parts.join(", ")}, of ${formatCount(counts.total)} devices`;
}

const Bar = styled.div({
  display: "flex",
  gap: 1,
  overflow: "hidden",
  background: ink.sunken,
  "&.small": { width: 112, height: 6, borderRadius: 3, flex: "none" },
  "&.big": { gap: 2, height: 22, borderRadius: 6, background: "none" },
  "& > span": { flexBasis: 0, minWidth: 2, transition: "flex-grow 160ms linear" },
  "&.big > span": { minWidth: 4 },
  "&.big:empty": { background: ink.sunken },
  "& > .succeeded": { background: ink.succeeded },
  "& > .in-progress": { background: ink.progress },
  "& > .pending": { background: ink.strongLine },
  "& > .failed": {
    background: `repeating-linear-gradient(135deg, ${ink.failed} 0 3px, color-mix(in srgb, ${ink.failed} 55%, ${ink.surface}) 3px 5px)`,
  },
  "& > .cancelled": {
    background: `radial-gradient(circle, ${ink.cancelled} 1.2px, color-mix(in srgb, ${ink.cancelled} 25%, ${ink.surface}) 1.4px) 0 0 / 5px 5px`,
  },
  "@media (forced-colors: active)": { forcedColorAdjust: "none", border: "1px solid CanvasText" },
});
