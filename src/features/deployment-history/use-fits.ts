import type { RefObject } from "react";
import { useLayoutEffect, useState } from "react";

/** Whether the table within a box is no wider than the box; measured before it is painted, and whenever one changes. */
export function useFits(box: RefObject<HTMLElement | null>): boolean {
  const [fits, setFits] = useState(true);
  // Talks to the layout: only it knows how wide the content is.
  useLayoutEffect(() => {
    const element = box.current;
    const table = element?.querySelector("table");
    if (element === null || table === null || table === undefined) return undefined;
    const measure = () => setFits(table.offsetWidth <= element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(table);
    return () => observer.disconnect();
  }, [box]);
  return fits;
}
