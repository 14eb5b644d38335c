import styled from "@emotion/styled";
import { fonts, ink, size, upTo } from "#ui/theme/tokens.ts";

/** Widths of the columns once the history is windowed, in CSS pixels. */
export const COLUMN_WIDTHS_PX = { name: 300, track: 128, started: 152, sequence: 112, rollback: 116 } as const;

/** Every row is as high as this, whatever it holds: a windowed history is scrolled by it. */
export const ROW_HEIGHT_PX = 56;

/**
 * The frame of the history grid. `open`: as wide as the page has room, its head sticks under the top bar.
 * `boxed`: scrolls within itself, its head and the column of names stay.
 */
export const GridBox = styled.div({
  // Words for assistive technology are placed in it, not in the page, which they would make longer.
  position: "relative",
  border: `1px solid ${ink.line}`,
  borderRadius: 8,
  background: ink.surface,
  fontSize: 13,
  "& > table": { width: "100%", borderCollapse: "separate", borderSpacing: 0 },
  "& thead th": {
    position: "sticky",
    top: size.topBar,
    zIndex: 3,
    padding: "9px 10px",
    borderBottom: `1px solid ${ink.line}`,
    background: ink.surface,
    color: ink.third,
    fontSize: 12,
    lineHeight: "18px",
    fontWeight: 500,
    textAlign: "start",
    whiteSpace: "nowrap",
  },
  "& thead th:first-of-type": { borderTopLeftRadius: 7 },
  "& thead th:last-of-type": { borderTopRightRadius: 7 },
  "& tbody :is(td, th)": {
    height: ROW_HEIGHT_PX,
    padding: "0 10px",
    borderBottom: `1px solid ${ink.line}`,
    background: ink.surface,
    fontWeight: 400,
    textAlign: "start",
    verticalAlign: "middle",
    whiteSpace: "nowrap",
  },
  "& tbody tr:last-of-type > *": { borderBottom: 0 },
  "& tbody tr:last-of-type > :first-of-type": { borderBottomLeftRadius: 7 },
  "& tbody tr:last-of-type > :last-of-type": { borderBottomRightRadius: 7 },
  "& tbody .gap > td": { padding: 0, background: "none" },
  "& :is(td, th).end": { textAlign: "end" },
  "& :is(td, th).track": { position: "relative", paddingLeft: 34, paddingRight: 6 },
  "& thead th.track": { position: "sticky" },
  "& tbody tr:not(.gap):hover > *": { background: `color-mix(in srgb, ${ink.sunken} 45%, ${ink.surface})` },
  "& tbody tr.active > *, & tbody tr.active:hover > *": {
    background: `color-mix(in srgb, ${ink.accentWash} 55%, ${ink.surface})`,
  },
  "& tbody tr.active > .identity": { boxShadow: `inset 3px 0 ${ink.accent}` },
  "& .identity": { minWidth: 240, maxWidth: 300 },
  "& tr > .identity": { paddingLeft: 14 },
  "& .name": { display: "flex", alignItems: "center", gap: 8, minWidth: 0 },
  "& .name > a": {
    overflow: "hidden",
    padding: "2px 0",
    color: ink.first,
    fontWeight: 500,
    textOverflow: "ellipsis",
    outlineOffset: -2,
  },
  "& .under": {
    display: "flex",
    alignItems: "center",
    gap: 8,
    maxWidth: "100%",
    color: ink.third,
    fontSize: 12,
    lineHeight: "16px",
  },
  "& td > .under": { maxWidth: 132 },
  "& .words": { overflow: "hidden", textOverflow: "ellipsis" },
  "& time": { color: ink.second },
  "& .sequence": {
    display: "inline-flex",
    alignItems: "center",
    gap: 2,
    color: ink.third,
    fontFamily: fonts.code,
    fontSize: 12,
  },
  // Rows come and go: the columns must not be as wide as whatever is in view.
  "& > table.windowed": { tableLayout: "fixed" },
  "& > table.windowed .track": { overflow: "hidden", textOverflow: "ellipsis" },
  "&.boxed": {
    overflow: "auto",
    maxHeight: `calc(100dvh - ${size.topBar + 24}px)`,
    "& thead th": { top: 0 },
    "& .identity": { position: "sticky", left: 0, zIndex: 4, borderRight: `1px solid ${ink.line}` },
    "& thead .identity": { zIndex: 5 },
  },
  // The glyph says it too, and the words are kept for who cannot see it: here it is the width that counts.
  "@media (max-width: 1560px)": {
    "& .track b": { position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" },
  },
  "@media (max-width: 1360px)": {
    "& .identity": { minWidth: 200, maxWidth: 228 },
    "& .identity .under > div.small": { width: 56 },
    "& td > .under": { maxWidth: 108 },
    "& :is(thead th, tbody td):not(.track, .identity)": { paddingInline: 6 },
  },
  [upTo.phone]: {
    "&.boxed": {
      margin: "0 -16px",
      borderRadius: 0,
      borderWidth: "1px 0",
      maxHeight: `calc(100dvh - ${size.topBar + size.bottomBar + 8}px)`,
    },
    "& .identity": { minWidth: 190, maxWidth: 190 },
    // The band under its words, so that neither is cut.
    "& .identity .under": { flexDirection: "column-reverse", alignItems: "stretch", gap: 3 },
    "& .identity .under > div.small": { width: "auto", height: 4 },
  },
});
