/** Gives the focus to the page's heading, for acts whose own button goes away with them. */
export function focusHeading(): void {
  document.querySelector("h1")?.focus({ preventScroll: true });
}
