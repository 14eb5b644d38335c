import { createTheme } from "@mui/material/styles";
import { controlStyles } from "./control-styles.ts";
import { overlayStyles } from "./overlay-styles.ts";
import { fonts, schemes, size } from "./tokens.ts";

/** Material as a set of behaviours: every look it brings along is replaced by ours. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: "[data-scheme='%s']", cssVarPrefix: "mui" },
  colorSchemes: { light: { palette: paletteOf(schemes.light) }, dark: { palette: paletteOf(schemes.dark) } },
  shape: { borderRadius: size.radius },
  spacing: 4,
  typography: {
    fontFamily: fonts.text,
    fontSize: 14,
    fontWeightRegular: 400,
    fontWeightMedium: 500,
    fontWeightBold: 650,
    button: { textTransform: "none", fontWeight: 500, fontSize: 14, letterSpacing: "inherit" },
  },
  transitions: {
    duration: { shortest: 120, shorter: 120, short: 140, standard: 160, enteringScreen: 140, leavingScreen: 120 },
  },
  breakpoints: { values: { xs: 0, sm: 600, md: 900, lg: 1180, xl: 1536 } },
  components: { ...controlStyles, ...overlayStyles },
});

function paletteOf(colours: (typeof schemes)["light"] | (typeof schemes)["dark"]) {
  const plain = (main: string) => ({ main, light: main, dark: main, contrastText: colours["on-accent"] });
  return {
    background: { default: colours.ground, paper: colours.surface },
    text: { primary: colours.ink, secondary: colours.ink2, disabled: colours.ink3 },
    divider: colours.line,
    primary: plain(colours.accent),
    secondary: plain(colours.ink2),
    error: plain(colours.failed),
    success: plain(colours.succeeded),
    warning: plain(colours.caution),
    info: plain(colours.progress),
  };
}
