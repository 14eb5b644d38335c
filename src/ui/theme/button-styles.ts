import styled from "@emotion/styled";
import type { CSSObject } from "@emotion/react";
import { Link } from "../link.tsx";
import { ink, size } from "./tokens.ts";

const face: CSSObject = {
  display: "inline-flex",
  alignItems: "center",
  justifyContent: "center",
  gap: 6,
  height: size.control,
  padding: "0 14px",
  border: `1px solid ${ink.strongLine}`,
  borderRadius: size.radius,
  background: ink.surface,
  color: ink.first,
  fontSize: 14,
  lineHeight: "20px",
  fontWeight: 500,
  whiteSpace: "nowrap",
  textDecoration: "none",
  cursor: "pointer",
  userSelect: "none",
  transition: "background-color 120ms, border-color 120ms, color 120ms",
  "&:hover": { background: ink.sunken, borderColor: ink.edge, textDecoration: "none" },
  "&:focus-visible": { borderRadius: size.radius },
  "& > svg": { flex: "none" },
  "&.small": { height: size.smallControl, padding: "0 10px", fontSize: 13 },
  "&.icon": {
    flex: "none",
    width: size.control,
    padding: 0,
    borderColor: "transparent",
    background: "none",
    color: ink.second,
  },
  "&.icon:hover": { background: ink.sunken, color: ink.first },
  "&.icon.small": { width: size.smallControl },
  "&.primary": { borderColor: "transparent", background: ink.accent, color: ink.onAccent },
  "&.primary:hover": { background: `color-mix(in srgb, ${ink.accent} 86%, ${ink.first})` },
  "&.danger": { borderColor: "transparent", background: ink.failed, color: ink.onAccent },
  "&.danger:hover": { background: `color-mix(in srgb, ${ink.failed} 86%, ${ink.first})` },
  "&:is(.quiet, .quiet-danger, .bare)": { borderColor: "transparent", background: "none" },
  "&.quiet": { color: ink.accent },
  "&.quiet:hover": { background: ink.accentWash },
  "&.quiet-danger": { color: ink.failed },
  "&.quiet-danger:hover": { background: ink.failedWash },
  "&.bare:hover": { background: ink.sunken },
  '&[aria-disabled="true"][aria-disabled="true"]': {
    cursor: "not-allowed",
    "&, &:hover": { background: ink.sunken, borderColor: ink.line, color: ink.third },
  },
  '&:is(.quiet, .quiet-danger, .bare)[aria-disabled="true"][aria-disabled="true"]': {
    "&, &:hover": { background: "none", borderColor: "transparent" },
  },
  '&.icon[aria-disabled="true"][aria-disabled="true"]': {
    "&, &:hover": { background: "none", borderColor: "transparent", color: ink.strongLine },
  },
  "@media (forced-colors: active)": { borderColor: "ButtonText !important" },
};

/** What can be pressed: 34 px high, 28 when small. Class names choose the look. */
export const ButtonFace = styled.button(face);

/** The same look for a link. */
export const LinkFace = styled(Link)(face);
