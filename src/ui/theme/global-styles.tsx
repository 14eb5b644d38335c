import { Global } from "@emotion/react";
import type { CSSObject } from "@emotion/react";
import { fonts, ink, schemes, size, upTo } from "./tokens.ts";

/** What holds for every element: the colours of the scheme, the type, the focus ring, and rest for who asks for it. */
export function GlobalStyles() {
  return <Global styles={rules} />;
}

const rules: CSSObject = {
  ":root": { ...variablesOf(schemes.light), colorScheme: "light" },
  ':root[data-scheme="dark"]': { ...variablesOf(schemes.dark), colorScheme: "dark" },
  "*, *::before, *::after": { boxSizing: "border-box" },
  html: { WebkitTextSizeAdjust: "100%", scrollPaddingTop: size.topBar + 56, scrollPaddingBottom: 72 },
  body: {
    margin: 0,
    minWidth: 320,
    background: ink.ground,
    color: ink.first,
    font: `400 14px/20px ${fonts.text}`,
    fontVariantNumeric: "tabular-nums",
    letterSpacing: "-0.003em",
    WebkitFontSmoothing: "antialiased",
    MozOsxFontSmoothing: "grayscale",
  },
  "h1, h2, h3, p, ul, ol, dl, dd, figure": { margin: 0 },
  "ul, ol": { padding: 0, listStyle: "none" },
  h1: { fontSize: 26, lineHeight: "32px", fontWeight: 650, letterSpacing: "-0.018em", overflowWrap: "anywhere" },
  h2: { fontSize: 16, lineHeight: "24px", fontWeight: 650, letterSpacing: "-0.01em" },
  h3: { fontSize: 14, lineHeight: "20px", fontWeight: 650 },
  // Tabular figures set the hyphen as wide as a digit, which tears names apart.
  bdi: { fontVariantNumeric: "normal" },
  "b, strong": { fontWeight: 650 },
  a: { color: ink.accent, textDecoration: "none" },
  "a:hover": { textDecoration: "underline", textUnderlineOffset: 3 },
  // In running text colour alone does not tell a link.
  ":where(p, dd, .words, .note, .end) a": {
    textDecoration: "underline",
    textDecorationColor: `color-mix(in srgb, currentColor 45%, transparent)`,
    textUnderlineOffset: 3,
  },
  "button, input, select, textarea": { font: "inherit", color: "inherit", letterSpacing: "inherit" },
  "code, kbd, pre, samp": { fontFamily: fonts.code, fontSize: "0.92em", letterSpacing: "-0.02em" },
  ":focus-visible": { outline: `2px solid ${ink.accent}`, outlineOffset: 2, borderRadius: 3 },
  'h1:focus, [tabindex="-1"]:focus': { outline: "none" },
  "::selection": { background: ink.accent, color: ink.onAccent },
  [upTo.phone]: {
    h1: { fontSize: 22, lineHeight: "28px" },
    // A smaller size makes phones zoom into the field.
    "input, select, textarea": { fontSize: "16px !important" },
  },
  [upTo.low]: { html: { scrollPaddingTop: 16, scrollPaddingBottom: 16 } },
  "@media (prefers-reduced-motion: reduce)": {
    "*, *::before, *::after": {
      animationDuration: "0.01ms !important",
      animationIterationCount: "1 !important",
      transitionDuration: "0.01ms !important",
    },
  },
};

function variablesOf(colours: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(colours).map(([name, value]) => [`--${name}`, value]));
}
