import type { ThemeOptions } from "@mui/material/styles";
import { ink, upTo } from "./tokens.ts";

const floating = {
  border: `1px solid ${ink.line}`,
  borderRadius: 8,
  background: ink.surface,
  backgroundImage: "none",
  boxShadow: ink.shadow,
} as const;

/** What floats: dialogs and menus share one edge and one shadow. */
export const overlayStyles: NonNullable<ThemeOptions["components"]> = {
  MuiBackdrop: { styleOverrides: { root: { "&:not(.MuiBackdrop-invisible)": { background: ink.backdrop } } } },
  MuiDialog: {
    styleOverrides: {
      paper: {
        ...floating,
        margin: 16,
        width: "calc(100% - 32px)",
        maxHeight: "calc(100% - 32px)",
        [upTo.phone]: { maxHeight: "calc(100% - 16px)", margin: 8, width: "calc(100% - 16px)" },
      },
    },
  },
  MuiPopover: { styleOverrides: { paper: { ...floating, marginTop: 4 } } },
  MuiMenu: { styleOverrides: { paper: { ...floating, marginTop: 4 }, list: { padding: 4 } } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: 32,
        gap: 8,
        padding: "4px 10px",
        borderRadius: 4,
        fontSize: 13,
        lineHeight: "20px",
        "&:hover, &.Mui-focusVisible": { background: ink.sunken, textDecoration: "none", outlineOffset: -2 },
        "&.Mui-selected, &.Mui-selected:hover": { background: ink.accentWash },
        '&[aria-disabled="true"], &.Mui-disabled': { opacity: 1, color: ink.third },
      },
    },
  },
};
