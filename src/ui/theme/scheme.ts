import { useSyncExternalStore } from "react";
import { sureStorage } from "#lib/text-storage.ts";

/** What the reader chose; `system` follows the device. */
export const SCHEME_CHOICES = ["system", "light", "dark"] as const;
export type SchemeChoice = (typeof SCHEME_CHOICES)[number];

const STORAGE_KEY = "slipway-scheme";
const storage = sureStorage(() => localStorage);
const listeners = new Set<() => void>();

/**
 * Sets the scheme on the document, and again when the system's or another tab's changes. Called before the first paint;
 * the content security policy allows no inline script to do it earlier.
 */
export function followScheme(): void {
  paint();
  darkSystem().addEventListener("change", paint);
  window.addEventListener("storage", changed);
}

/** The reader's choice of colours, remembered on this device. */
export function useScheme(): { readonly choice: SchemeChoice; readonly choose: (choice: SchemeChoice) => void } {
  return { choice: useSyncExternalStore(subscribe, chosen), choose };
}

function choose(choice: SchemeChoice): void {
  storage.setItem(STORAGE_KEY, choice);
  changed();
}

function chosen(): SchemeChoice {
  const stored = storage.getItem(STORAGE_KEY);
  return SCHEME_CHOICES.find((choice) => choice === stored) ?? "system";
}

function changed(): void {
  paint();
  for (const listener of listeners) listener();
}

function paint(): void {
  const choice = chosen();
  const dark = choice === "dark" || (choice === "system" && darkSystem().matches);
  document.documentElement.dataset["scheme"] = dark ? "dark" : "light";
}

function darkSystem(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
