import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { ink, upTo } from "./theme/tokens.ts";

export type CardProps = { readonly title?: ReactNode; readonly actions?: ReactNode; readonly children: ReactNode };

/** A framed part of a page with its own heading. */
export function Card({ title, actions, children }: CardProps) {
  return (
    <CardBox>
      {title === undefined ? null : (
        <div className="head">
          <h2>{title}</h2>
          {actions}
        </div>
      )}
      {children}
    </CardBox>
  );
}

const CardBox = styled.section({
  padding: "16px 18px",
  border: `1px solid ${ink.line}`,
  borderRadius: 8,
  background: ink.surface,
  minWidth: 0,
  "& > .head": {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "center",
    gap: "4px 12px",
    marginBottom: 10,
    minHeight: 28,
  },
});

/** Things below each other. */
export const Stack = styled.div({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  gap: 16,
  minWidth: 0,
  "&.tight": { gap: 8 },
  "&.loose": { gap: 24 },
});

/** The row of search and filters above a list; `.end` pushes a child to the right. */
export const Toolbar = styled.div({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: 8,
  marginBottom: 10,
  fontSize: 13,
  color: ink.third,
  "& > .end": { marginLeft: "auto" },
});

/** Content with an aside to the right, which sticks while one scrolls; below each other where it is narrow. */
export const WithAside = styled.div({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) 320px",
  gap: 20,
  alignItems: "start",
  "& > aside": { position: "sticky", top: 68 },
  [upTo.tablet]: { gridTemplateColumns: "minmax(0, 1fr)", "& > aside": { position: "static" } },
});

/** The acts at the end of a step; they stay in view. */
export const ActionBar = styled.div({
  position: "sticky",
  bottom: 0,
  zIndex: 5,
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: 12,
  marginTop: 20,
  padding: "14px 0",
  borderTop: `1px solid ${ink.line}`,
  background: ink.ground,
  "& > .note": { flex: 1, fontSize: 13, color: ink.third },
  [upTo.phone]: {
    bottom: 56,
    gap: 8,
    padding: "10px 0",
    "& > .note": { order: -1, flex: "1 0 100%" },
    "& > :last-child": { marginLeft: "auto" },
    // What has the focus is not to stand behind it.
    "html:has(&)": { scrollPaddingBottom: 190 },
  },
  [upTo.low]: { position: "static", "html:has(&)": { scrollPaddingBottom: 16 } },
});
