import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { ink, upTo } from "#ui/theme/tokens.ts";

/** Height of the parts between the band and the list, in CSS pixels: the list stays where it is while they fill. */
const HEIGHT = 196;

/** A card that scrolls within itself, so that what is below never moves while a rollout goes on. */
export function FramedPart({ children }: { readonly children: ReactNode }) {
  return <Frame>{children}</Frame>;
}

/** The parts side by side. */
export const Parts = styled.div({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1.35fr)",
  gap: 16,
  [upTo.tablet]: { gridTemplateColumns: "minmax(0, 1fr)" },
});

const Frame = styled.div({
  height: HEIGHT,
  "& > section": { height: "100%", overflowY: "auto" },
  // What goes on below the edge fades out there.
  "& > section::after": {
    content: '""',
    position: "sticky",
    display: "block",
    bottom: -16,
    height: 24,
    margin: "-8px 0 -16px",
    background: `linear-gradient(transparent, ${ink.surface})`,
    pointerEvents: "none",
  },
  [upTo.tablet]: { height: "auto", "& > section": { height: "auto" }, "& > section::after": { display: "none" } },
});
