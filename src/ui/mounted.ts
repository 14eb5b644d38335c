import { act } from "react";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";

declare global {
  // oxlint-disable-next-line no-var -- React reads it from the global object
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

/** A piece in a document, for its specification. Only specs import this file; the architecture test leaves it out. */
export type Mounted = {
  readonly page: HTMLElement;
  /** The first element a selector finds. @throws when it finds none. */
  readonly find: (selector: string) => HTMLElement;
  /** The first input a selector finds. @throws when it finds none. */
  readonly field: (selector: string) => HTMLInputElement;
  /** The button or link of these words. */
  readonly named: (words: string) => HTMLElement;
  readonly rerender: (node: ReactNode) => Promise<void>;
};

/** Puts a piece into a fresh document and waits until it has settled. */
export async function mount(node: ReactNode): Promise<Mounted> {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  document.body.innerHTML = "";
  const page = document.body.appendChild(document.createElement("main"));
  const root = createRoot(page);
  const rerender = (next: ReactNode) => act(async () => root.render(next));
  await rerender(node);
  const find = (selector: string): HTMLElement => {
    const found = document.body.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`Nothing here is ${selector}:\n${document.body.innerHTML}`);
    return found;
  };
  const field = (selector: string): HTMLInputElement => {
    const found = find(selector);
    if (found instanceof HTMLInputElement) return found;
    throw new Error(`${selector} is no input.`);
  };
  const named = (words: string): HTMLElement => {
    const pressable = [...document.body.querySelectorAll<HTMLElement>("button, a[href]")];
    const found = pressable.find((one) => (one.getAttribute("aria-label") ?? one.textContent).trim() === words);
    if (found === undefined) throw new Error(`No button or link is named "${words}".`);
    return found;
  };
  return { page, find, field, named, rerender };
}

/** A click, and all that follows from it. */
export function click(element: HTMLElement): Promise<void> {
  return act(async () => element.click());
}

/** A key, and all that follows from it. */
export function press(element: HTMLElement, key: string): Promise<void> {
  return act(async () => void element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
}

/** Types a whole text into a field, as React notices it. */
export function type(field: HTMLInputElement, text: string): Promise<void> {
  return act(async () => {
    // React watches the element's own property; this goes past it, as a keyboard does.
    Reflect.set(HTMLInputElement.prototype, "value", text, field);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
