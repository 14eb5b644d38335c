import styled from "@emotion/styled";
import type { Bucket, Counts } from "#domain/target.ts";
import { formatCount, formatShare } from "./format.ts";
import { Icon } from "./icon.tsx";
import { BAR_ORDER, bucketFaces } from "./state-words.ts";
import { ink, toneInk, upTo } from "./theme/tokens.ts";

export type BandLegendProps = {
  readonly counts: Pick<Counts, "total" | "buckets">;
  readonly selected: readonly Bucket[];
  readonly onToggle: (bucket: Bucket) => void;
};

/** The legend of the band, which is also its filter. */
export function BandLegend({ counts, selected, onToggle }: BandLegendProps) {
  return (
    <Legend aria-label="Show only devices that are">
      {BAR_ORDER.map((bucket) => (
        <button
          key={bucket}
          type="button"
          aria-pressed={selected.includes(bucket)}
          data-tone={bucketFaces[bucket].tone}
          onClick={() => onToggle(bucket)}
        >
          <Icon name={bucketFaces[bucket].icon} size={12} />
          <span className="name">{bucketFaces[bucket].name}</span> <b>{formatCount(counts.buckets[bucket])}</b>{" "}
          <span className="share">{formatShare(counts.buckets[bucket], counts.total)}</span>
        </button>
      ))}
    </Legend>
  );
}

const Legend = styled.fieldset({
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  display: "flex",
  flexWrap: "wrap",
  gap: 8,
  "& > button": {
    display: "inline-flex",
    alignItems: "center",
    gap: 6,
    minHeight: 32,
    padding: "0 12px",
    border: `1px solid ${ink.line}`,
    borderRadius: 6,
    background: ink.surface,
    fontSize: 13,
    whiteSpace: "nowrap",
    cursor: "pointer",
    transition: "background-color 120ms, border-color 120ms",
  },
  "& > button:hover": { borderColor: ink.edge },
  '& > button[aria-pressed="true"]': {
    background: ink.accentWash,
    borderColor: ink.accent,
    boxShadow: `inset 0 0 0 1px ${ink.accent}`,
  },
  "& .name": { fontWeight: 500 },
  "& b": { marginLeft: 2 },
  "& .share": { color: ink.third },
  ...Object.fromEntries(
    Object.entries(toneInk).map(([tone, color]) => [`& > [data-tone="${tone}"] > :is(svg, .name)`, { color }]),
  ),
  [upTo.phone]: { "& > button": { flex: "1 0 40%" }, "& .share": { display: "none" } },
  "@media (forced-colors: active)": { '& > button[aria-pressed="true"]': { outline: "3px solid Highlight" } },
});
