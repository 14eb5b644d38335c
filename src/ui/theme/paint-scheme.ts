/** Where the reader's choice of colours is remembered. */
export const SCHEME_STORAGE_KEY = "slipway-scheme";

/** Sets the scheme before the first paint; the content security policy allows no inline script to do it earlier. */
export function paintScheme(): void {
  const chosen = localStorage.getItem(SCHEME_STORAGE_KEY);
  const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset["scheme"] = dark ? "dark" : "light";
}
