import styled from "@emotion/styled";
import type { CSSObject } from "@emotion/react";
import { ink, size, upTo } from "./theme/tokens.ts";

const head: CSSObject = {
  "& thead th": {
    position: "sticky",
    top: size.topBar,
    zIndex: 3,
    padding: "9px 14px",
    background: ink.surface,
    borderBottom: `1px solid ${ink.line}`,
    color: ink.third,
    fontSize: 12,
    lineHeight: "18px",
    fontWeight: 500,
    textAlign: "start",
    whiteSpace: "nowrap",
  },
  "& thead th:first-of-type": { borderTopLeftRadius: 7 },
  "& thead th:last-of-type": { borderTopRightRadius: 7 },
  "& thead .unsorted": { display: "none" },
  "& thead button": {
    display: "inline-flex",
    alignItems: "center",
    gap: 4,
    minHeight: 24,
    margin: "-3px 0",
    verticalAlign: "top",
    padding: 0,
    border: 0,
    background: "none",
    font: "inherit",
    cursor: "pointer",
  },
  "& thead button > svg": { opacity: 0, transition: "opacity 120ms" },
  "& thead button:hover, & [aria-sort=ascending] > button, & [aria-sort=descending] > button": { color: ink.first },
  "& thead button:hover > svg, & thead button:focus-visible > svg": { opacity: 0.5 },
  "& [aria-sort=ascending] > button > svg, & [aria-sort=descending] > button > svg": { opacity: "1 !important" },
};

const body: CSSObject = {
  "& tbody :is(td, th)": {
    position: "relative",
    padding: "4px 14px",
    borderBottom: `1px solid ${ink.line}`,
    verticalAlign: "middle",
    textAlign: "start",
    fontWeight: 400,
    whiteSpace: "nowrap",
  },
  "&.h32 tbody :is(td, th)": { height: 32 },
  "&.h40 tbody :is(td, th)": { height: 42 },
  "&.h52 tbody :is(td, th)": { height: 52 },
  "& tbody tr:last-of-type > *": { borderBottom: 0 },
  "& tbody tr:last-of-type > :not(* + *)": { borderBottomLeftRadius: 7 },
  "& tbody tr:last-of-type > :last-child": { borderBottomRightRadius: 7 },
  "& :is(td, th).end": { textAlign: "end" },
  "& th.end > button": { flexDirection: "row-reverse" },
  "& tbody :is(td, th).wrap": { minWidth: 110, whiteSpace: "normal", overflowWrap: "anywhere" },
  "& :is(td, th).track": { paddingLeft: 34, paddingRight: 6 },
  "& :is(td, th).select": { width: 44, padding: "0 0 0 10px" },
  "& tbody th.identity": { fontWeight: 500 },
  "& tr.linked": { position: "relative" },
  "& tr.linked:hover > *": { background: `color-mix(in srgb, ${ink.sunken} 60%, ${ink.surface})` },
  "& .row-link": { color: ink.first, fontWeight: 500 },
  // The link reaches over its row; what can be pressed or hovered inside the row lies above it.
  "& .row-link::after": { content: '""', position: "absolute", inset: 0, zIndex: 1 },
  "& tr.linked > *": { position: "static" },
  "& tr.linked > .track": { position: "relative" },
  "& tr.linked :is(a, button, label, select, [title]):not(.row-link)": { position: "relative", zIndex: 2 },
  "& .row-link:focus-visible": { outline: "none" },
  "& .row-link:focus-visible::after": { outline: `2px solid ${ink.accent}`, outlineOffset: -2, borderRadius: 4 },
  "& tr.current > *, & tr.current:hover > *": {
    background: `color-mix(in srgb, ${ink.accentWash} 55%, ${ink.surface})`,
  },
  "& tr.current > :not(* + *)": { boxShadow: `inset 3px 0 ${ink.accent}` },
};

/** A name or version that would not end makes its row higher, not the page wider. */
const longTexts: CSSObject = {
  display: "inline-block",
  width: "max-content",
  maxWidth: "min(28ch, 22vw)",
  whiteSpace: "normal",
  overflowWrap: "anywhere",
};

const fixed: CSSObject = {
  "&.fixed > table": { tableLayout: "fixed" },
  "&.fixed :is(td, th)": { overflow: "hidden", textOverflow: "ellipsis" },
};

const sideways: CSSObject = {
  "&.sideways": { overflowX: "auto" },
  "&.sideways thead th": { position: "static", top: "auto" },
  "&.sideways :is(td, th).identity": { position: "sticky", left: 0, zIndex: 4 },
  "&.sideways :where(.identity)": { background: ink.surface },
  "&.sideways tr.linked > .identity": { position: "sticky" },
};

const phone: CSSObject = {
  "& .sort-on-phones": {
    display: "flex",
    alignItems: "center",
    gap: 8,
    padding: "4px 14px",
    borderBottom: `1px solid ${ink.line}`,
    color: ink.third,
    fontSize: 13,
  },
  "& .sort-on-phones > select": { flex: 1, height: 36, border: 0, background: "none", color: ink.first },
  "& thead": { position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" },
  // The select above does the same where it is seen.
  "& thead :is(button, input)": { visibility: "hidden" },
  "& thead .unsorted": { display: "inline" },
  "&, & table, & tbody": { display: "block" },
  "& tbody tr": {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "1fr auto",
    gap: "3px 12px",
    padding: "10px 14px",
    borderBottom: `1px solid ${ink.line}`,
  },
  "& tbody tr:last-of-type": { borderBottom: 0 },
  "& tbody tr > :is(td, th)": {
    display: "block",
    height: "auto !important",
    padding: 0,
    border: 0,
    minWidth: 0,
    whiteSpace: "normal",
    overflowWrap: "anywhere",
    background: "none !important",
  },
  "& tbody tr.current": { background: ink.accentWash, boxShadow: `inset 3px 0 ${ink.accent}` },
  "& tbody tr.current > :not(* + *)": { boxShadow: "none" },
  "& tbody tr:has(> .select)": { paddingLeft: 48 },
  "& tbody .select": { position: "absolute", left: 12, top: 6, width: "auto" },
  "& tbody .top-left": { gridArea: "1 / 1" },
  "& tbody .top-right": { gridArea: "1 / 2", textAlign: "end" },
  "& tbody .bottom-left": { gridArea: "2 / 1", color: ink.second },
  "& tbody .bottom-right": { gridArea: "2 / 2", textAlign: "end", color: ink.third, fontSize: 12 },
  "& tbody .foot-left": { gridArea: "3 / 1 / 4 / 3", textAlign: "start", color: ink.second },
  "& tbody .foot-right": { gridArea: "3 / 1 / 4 / 3", justifySelf: "end", color: ink.third, fontSize: 12 },
  // Words that grow go on below, not under what stands at the end.
  "& tbody tr:has(> .foot-right:not(:empty)) > .foot-left": { paddingRight: 84 },
  "& tbody .own-line": { gridColumn: "1 / -1", textAlign: "start" },
  "& tbody .own-line:empty, & tbody .hidden": { display: "none" },
};

/** A phone shows the same facts in lines of their own. */
const betweenPhoneAndTablet = "@media (min-width: 600.02px) and (max-width: 900px)";
const betweenPhoneAndSmall = "@media (min-width: 600.02px) and (max-width: 1140px)";

/** The looks of `DataTable`. Cells are plain elements with class names: a row must cost next to nothing. */
export const TableBox = styled.div({
  border: `1px solid ${ink.line}`,
  borderRadius: 8,
  background: ink.surface,
  fontSize: 13,
  "& > table": { width: "100%", borderCollapse: "separate", borderSpacing: 0 },
  "& > table[aria-busy=true] tbody": { opacity: 0.6, transition: "opacity 160ms 200ms" },
  "& > .empty": { borderTop: `1px solid transparent` },
  "& .sort-on-phones": { display: "none" },
  ...head,
  ...body,
  ...fixed,
  ...sideways,
  [betweenPhoneAndTablet]: { "& .not-on-tablets": { display: "none" } },
  [betweenPhoneAndSmall]: { "& .not-on-small": { display: "none" } },
  "@media (min-width: 600.02px)": { "&:not(.fixed, .lines-early) tbody :is(td, th):not(.wrap) bdi": longTexts },
  "@media (min-width: 900.02px)": { "&.lines-early:not(.fixed) tbody :is(td, th):not(.wrap) bdi": longTexts },
  [upTo.phone]: {
    "&.grid": { margin: "0 -16px", borderRadius: 0, borderWidth: "1px 0" },
    ...linesOf("&.lines"),
  },
  [upTo.tablet]: linesOf("&.lines-early"),
});

function linesOf(box: string): CSSObject {
  return Object.fromEntries(Object.entries(phone).map(([selector, rules]) => [selector.replaceAll("&", box), rules]));
}
