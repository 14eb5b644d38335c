import type { ReactNode } from "react";
import "./font.css";
import { GlobalStyles } from "./global-styles.tsx";

/** Everything below looks like Slipway, in the scheme the system or the reader chose. */
export function SlipwayTheme({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <GlobalStyles />
      {children}
    </>
  );
}
