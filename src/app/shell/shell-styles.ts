import styled from "@emotion/styled";
import { ink, size, upTo } from "#ui/theme/tokens.ts";

/** Rail to the left, bar on top, page; on phones the rail lies at the bottom. */
export const ShellBox = styled.div({
  display: "grid",
  gridTemplateColumns: `${size.rail}px minmax(0, 1fr)`,
  minHeight: "100vh",
  "& > .column": { minWidth: 0, display: "flex", flexDirection: "column" },
  "& main": { flex: 1, outline: "none" },
  "& > .skip": {
    position: "fixed",
    zIndex: 1500,
    top: 8,
    left: 8,
    padding: "8px 14px",
    borderRadius: size.radius,
    background: ink.accent,
    color: ink.onAccent,
    transform: "translateY(-200%)",
    // Also the shortest way back takes a frame, in which it would cover what has the focus next.
    transitionProperty: "none",
    "&:focus": { transform: "none" },
  },
  [upTo.tablet]: { gridTemplateColumns: "64px minmax(0, 1fr)" },
  [upTo.phone]: { display: "block", paddingBottom: size.bottomBar, [upTo.low]: { paddingBottom: 0 } },
});
