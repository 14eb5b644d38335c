import { useEffect, useRef } from "react";
import { useLocation, useNavigation } from "react-router";

/**
 * After a navigation the focus stands on the new page's heading, so that a keyboard and a screen reader start there.
 * Tabs and panels leave the heading as it is, and so the focus.
 */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const before = useRef<{ readonly pathname: string; readonly heading: Element | null; readonly text: string }>(
    undefined,
  );

  // The focus belongs to the browser.
  useEffect(() => {
    if (state !== "idle") return;
    const heading = document.querySelector<HTMLElement>("main h1");
    const known = before.current;
    const text = heading?.textContent ?? "";
    // The first page may not have its heading yet: where one was is remembered all the same.
    before.current = { pathname, heading, text };
    // On the first page the browser's own order holds; a page that renames itself did not navigate.
    if (heading === null || known === undefined || known.pathname === pathname) return;
    if (known.heading === heading && known.text === text) return;
    heading.focus({ preventScroll: true });
  }, [pathname, state]);
}
