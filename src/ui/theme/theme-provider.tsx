import { ThemeProvider } from "@mui/material/styles";
import type { ReactNode } from "react";
import "./font.css";
import { GlobalStyles } from "./global-styles.tsx";
import { SCHEME_STORAGE_KEY } from "./paint-scheme.ts";
import { theme } from "./theme.ts";

/** Everything below looks like Slipway, in the scheme the system or the reader chose. */
export function SlipwayTheme({ children }: { readonly children: ReactNode }) {
  return (
    <ThemeProvider theme={theme} modeStorageKey={SCHEME_STORAGE_KEY} defaultMode="system">
      <GlobalStyles />
      {children}
    </ThemeProvider>
  );
}
