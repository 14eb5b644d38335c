import { ThemeProvider } from "@mui/material/styles";
import type { ReactNode } from "react";
import "./font.css";
import { GlobalStyles } from "./global-styles.tsx";
import { theme } from "./theme.ts";

/** Everything below looks like Slipway, in the scheme the system or the reader chose. */
export function SlipwayTheme({ children }: { readonly children: ReactNode }) {
  return (
    <ThemeProvider theme={theme} modeStorageKey={STORAGE_KEY} defaultMode="system" disableTransitionOnChange>
      <GlobalStyles />
      {children}
    </ThemeProvider>
  );
}

const STORAGE_KEY = "slipway-scheme";

/** Sets the scheme before the first paint; the content security policy allows no inline script to do it earlier. */
export function paintScheme(): void {
  const chosen = localStorage.getItem(STORAGE_KEY);
  const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset["scheme"] = dark ? "dark" : "light";
}
