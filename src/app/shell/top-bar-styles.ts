import styled from "@emotion/styled";
import { ink, size, upTo } from "#ui/theme/tokens.ts";

const aboveTablet = "@media (min-width: 900.02px)";

export const TopBarBox = styled.header({
  position: "sticky",
  zIndex: 10,
  top: 0,
  display: "flex",
  alignItems: "center",
  gap: 16,
  height: size.topBar,
  padding: "0 20px 0 18px",
  borderBottom: `1px solid ${ink.line}`,
  background: ink.surface,
  fontSize: 13,
  color: ink.second,
  whiteSpace: "nowrap",
  "& > .tools": { display: "flex", alignItems: "center", gap: 4, marginLeft: "auto", justifySelf: "end" },
  "& > [role=search] ~ .tools": { marginLeft: 0 },
  // The search stands in the middle, so that what is known later than it does not push it.
  [aboveTablet]: {
    "&:has(> [role=search])": { display: "grid", gridTemplateColumns: "1fr auto 1fr" },
    "& > button": { justifySelf: "start" },
  },
  // The project gives way: its name is cut before anything else.
  "& > button": { flexShrink: 1, minWidth: 0 },
  [upTo.low]: { position: "relative" },
  [upTo.phone]: { gap: 4, padding: "0 8px", "& > .tools": { gap: 0 } },
});
