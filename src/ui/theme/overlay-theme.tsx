import { createTheme, ThemeProvider } from "@mui/material/styles";
import type { ReactNode } from "react";
import { fonts, ink, size, upTo } from "./tokens.ts";

/** Material draws what floats, for its handling of focus, keys and place; every look it brings is replaced by ours. */
export function OverlayTheme({ children }: { readonly children: ReactNode }) {
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
}

const floating = {
  border: `1px solid ${ink.line}`,
  borderRadius: 8,
  background: ink.surface,
  backgroundImage: "none",
  boxShadow: ink.shadow,
  color: ink.first,
} as const;

const theme = createTheme({
  shape: { borderRadius: size.radius },
  spacing: 4,
  typography: { fontFamily: fonts.text, fontSize: 14 },
  transitions: { duration: { short: 120, standard: 140, enteringScreen: 140, leavingScreen: 120 } },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true, disableTouchRipple: true } },
    MuiBackdrop: { styleOverrides: { root: { "&:not(.MuiBackdrop-invisible)": { background: ink.backdrop } } } },
    MuiPopover: { styleOverrides: { paper: { ...floating, marginTop: 4 } } },
    MuiMenu: { styleOverrides: { list: { padding: 4 } } },
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
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: 32,
          gap: 8,
          padding: "4px 10px",
          borderRadius: 4,
          fontSize: 13,
          lineHeight: "20px",
          letterSpacing: "inherit",
          "&:hover": { background: ink.sunken },
          "&.Mui-focusVisible": {
            background: ink.sunken,
            outline: `2px solid ${ink.accent}`,
            outlineOffset: -2,
          },
          "&.Mui-selected, &.Mui-selected:hover": { background: ink.accentWash },
          '&[aria-checked="true"]::after': { content: '"✓" / ""', marginLeft: "auto", paddingLeft: 8 },
          '&[aria-disabled="true"]': { color: ink.third, cursor: "not-allowed" },
        },
      },
    },
  },
});
