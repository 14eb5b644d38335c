import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { RelativeTime } from "./relative-time.tsx";
import { ink, toneInk } from "./theme/tokens.ts";
import type { Tone } from "./theme/tokens.ts";

export type TimelineItem = {
  readonly key: string;
  readonly label: ReactNode;
  readonly atMs: number;
  readonly tone?: Tone;
  readonly note?: ReactNode;
};

/** What happened, newest first. */
export function Timeline({
  label,
  items,
  nowMs,
}: {
  readonly label: string;
  readonly items: readonly TimelineItem[];
  readonly nowMs: number;
}) {
  return (
    <List aria-label={label}>
      {items.map((item) => (
        <li key={item.key} data-tone={item.tone ?? "none"}>
          <div className="what">
            <span className="label">{item.label}</span>
            {item.note === undefined ? null : <div className="note">{item.note}</div>}
          </div>
          <RelativeTime atMs={item.atMs} nowMs={nowMs} />
        </li>
      ))}
    </List>
  );
}

const List = styled.ol({
  fontSize: 13,
  "& > li": {
    position: "relative",
    display: "flex",
    justifyContent: "space-between",
    gap: 12,
    padding: "0 0 9px 18px",
  },
  "& > li::before": {
    content: '""',
    position: "absolute",
    left: 3,
    top: 6,
    width: 8,
    height: 8,
    borderRadius: "50%",
    background: ink.edge,
    boxShadow: `0 0 0 3px ${ink.surface}`,
    zIndex: 1,
  },
  "& > li::after": {
    content: '""',
    position: "absolute",
    left: 6,
    top: 10,
    bottom: -10,
    width: 2,
    background: ink.line,
  },
  "& > li:last-of-type::after": { display: "none" },
  "& .note": { fontSize: 12, lineHeight: "16px", color: ink.third },
  "& time": { flex: "none", color: ink.third },
  ...Object.fromEntries(
    Object.entries(toneInk).flatMap(([tone, color]) => [
      [`& > [data-tone="${tone}"]::before`, { background: color }],
      [`& > [data-tone="${tone}"] .label`, { color, fontWeight: 500 }],
    ]),
  ),
});
