import type { ThemeOptions } from "@mui/material/styles";
import { ink, size } from "./tokens.ts";

const focusRing = { outline: `2px solid ${ink.accent}`, outlineOffset: 2 } as const;

/** Buttons: 34 px high, 28 when small; no ripple, no capitals, no shadow. */
export const controlStyles: NonNullable<ThemeOptions["components"]> = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true, disableTouchRipple: true },
    styleOverrides: { root: { "&.Mui-focusVisible": focusRing } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: "outlined", color: "inherit" },
    styleOverrides: {
      root: {
        height: size.control,
        minWidth: 0,
        padding: "0 14px",
        gap: 6,
        borderRadius: size.radius,
        fontSize: 14,
        lineHeight: "20px",
        whiteSpace: "nowrap",
        transition: "background-color 120ms, border-color 120ms, color 120ms",
        "&:hover": { textDecoration: "none" },
        "& .MuiButton-startIcon": { margin: "0 0 0 -2px" },
        "& .MuiButton-endIcon": { margin: "0 -4px 0 0" },
        "& .MuiButton-icon > *:first-of-type": { fontSize: "inherit" },
        "&.MuiButton-outlined": {
          border: `1px solid ${ink.strongLine}`,
          background: ink.surface,
          color: ink.first,
          "&:hover": { background: ink.sunken, borderColor: ink.edge },
        },
        "&.MuiButton-contained": {
          border: "1px solid transparent",
          background: ink.accent,
          color: ink.onAccent,
          "&:hover": { background: `color-mix(in srgb, ${ink.accent} 86%, ${ink.first})` },
        },
        "&.MuiButton-contained.MuiButton-colorError": {
          background: ink.failed,
          "&:hover": { background: `color-mix(in srgb, ${ink.failed} 86%, ${ink.first})` },
        },
        "&.MuiButton-outlined.MuiButton-colorError": { color: ink.failed },
        "&.MuiButton-text": {
          border: "1px solid transparent",
          color: ink.accent,
          "&:hover": { background: ink.accentWash },
        },
        "&.MuiButton-text.MuiButton-colorInherit": { color: ink.first, "&:hover": { background: ink.sunken } },
        "&.MuiButton-text.MuiButton-colorError": { color: ink.failed, "&:hover": { background: ink.failedWash } },
        '&&&[aria-disabled="true"]': {
          cursor: "not-allowed",
          "&, &:hover": { background: ink.sunken, borderColor: ink.line, color: ink.third },
        },
        "@media (forced-colors: active)": { border: "1px solid ButtonText" },
      },
      sizeSmall: { height: size.smallControl, padding: "0 10px", fontSize: 13 },
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: {
        width: size.control,
        height: size.control,
        padding: 0,
        borderRadius: size.radius,
        color: ink.second,
        transition: "background-color 120ms, color 120ms",
        "&:hover": { background: ink.sunken, color: ink.first },
        '&[aria-disabled="true"], &.Mui-disabled': { color: ink.third, opacity: 0.5, cursor: "not-allowed" },
      },
      sizeSmall: { width: size.smallControl, height: size.smallControl },
    },
  },
};
