import styled from "@emotion/styled";
import { useEffect, useEffectEvent, useId, useRef } from "react";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";
import { ink, size, upTo } from "./theme/tokens.ts";

export type SidePanelProps = {
  readonly title: ReactNode;
  /** A line of facts below the title. */
  readonly subtitle?: ReactNode;
  /** Escape and the cross; usually goes to the address without the panel. */
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * One thing of a list, opened beside it: the list stays in use. On a phone it is the whole page.
 * It takes the focus when it opens and gives it back when it goes.
 */
export function SidePanel({ title, subtitle, onClose, children }: SidePanelProps) {
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element>(null);

  // The focus belongs to the browser: taken on opening, given back on going, unless it has gone elsewhere by itself.
  useEffect(() => {
    const panel = heading.current?.closest("aside");
    const isOurs = () => document.activeElement === document.body || panel?.contains(document.activeElement) === true;
    if (!isOurs()) opener.current = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      const before = opener.current;
      if (isOurs() && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  // Keys are the window's: what the panel lies over may have the focus, and is seen again when it closes.
  const press = useEffectEvent((event: KeyboardEvent) => {
    const writing = event.target instanceof Element && event.target.matches("input, select, textarea");
    if (event.key === "Escape" && !event.defaultPrevented && !writing) onClose();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  return (
    <Panel aria-labelledby={titleId}>
      <div className="head">
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon="times" label="Close" size="small" onClick={onClose} />
      </div>
      {subtitle === undefined ? null : <div className="subtitle">{subtitle}</div>}
      {children}
    </Panel>
  );
}

/** A list and the panel beside it; without a panel the list has all the room. */
export function WithPanel({ children, panel }: { readonly children: ReactNode; readonly panel: ReactNode }) {
  return (
    <Beside className={panel === null || panel === undefined ? "" : "open"}>
      <div className="list">{children}</div>
      {panel}
    </Beside>
  );
}

const Beside = styled.div({
  "&.open": { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 340px", gap: 16, alignItems: "start" },
  "& > .list": { minWidth: 0 },
  [upTo.narrow]: { "&.open": { display: "block" } },
  [upTo.phone]: { "&.open > .list": { visibility: "hidden" } },
});

const Panel = styled.aside({
  position: "sticky",
  top: size.topBar + 12,
  display: "grid",
  gap: 12,
  alignContent: "start",
  maxHeight: `calc(100vh - ${size.topBar + 24}px)`,
  overflowY: "auto",
  padding: "14px 18px 18px",
  border: `1px solid ${ink.line}`,
  borderRadius: 8,
  background: ink.surface,
  overflowWrap: "anywhere",
  "& > .head": { display: "flex", justifyContent: "space-between", alignItems: "flex-start", gap: 8 },
  "& > .head > button": { flex: "none", margin: "-2px -8px 0 0" },
  "& > .subtitle": { marginTop: -10, fontSize: 13, color: ink.second },
  [upTo.narrow]: {
    position: "fixed",
    zIndex: 20,
    top: size.topBar,
    right: 0,
    bottom: 0,
    width: 380,
    maxWidth: "100%",
    maxHeight: "none",
    borderRadius: 0,
    borderWidth: "0 0 0 1px",
    boxShadow: ink.shadow,
  },
  [upTo.phone]: {
    left: 0,
    bottom: size.bottomBar,
    width: "auto",
    border: 0,
    boxShadow: "none",
    background: ink.ground,
    // It covers the page: nothing below it takes the focus.
    'main:has(&) :is(a, button, input, select, [tabindex="0"]):not(& *, .MuiModal-root *)': { visibility: "hidden" },
  },
});
