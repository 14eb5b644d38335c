import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { ink, upTo } from "#ui/theme/tokens.ts";

/** Heights of parts that fill while one looks, in CSS pixels: what is below them stays where it is. */
const HEIGHT = { usual: 196, health: 238 } as const;

type FramedPartProps = { readonly height?: keyof typeof HEIGHT; readonly children: ReactNode };

/** A card that scrolls within itself, so that what is below never moves while a rollout goes on. */
export function FramedPart({ height = "usual", children }: FramedPartProps) {
  return <Frame className={height}>{children}</Frame>;
}

/** Beside the wide rail there is no room for two parts of which one is to be acted on. */
const SMALL = "@media (max-width: 1140px)";

/** The parts side by side. */
export const Parts = styled.div({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1.35fr)",
  gap: 16,
  "&.health": { gridTemplateColumns: "minmax(0, 1.3fr) minmax(0, 1fr)" },
  "&.even > .usual": { height: "100%" },
  "&.even:has(> :only-child)": { gridTemplateColumns: "minmax(0, 1fr)" },
  "&.health:has(> :only-child)": { gridTemplateColumns: "minmax(0, 1fr)" },
  "&&&": { [upTo.tablet]: { gridTemplateColumns: "minmax(0, 1fr)" } },
  "&&&.health": { [SMALL]: { gridTemplateColumns: "minmax(0, 1fr)" } },
});

const Frame = styled.div({
  "&.usual": { height: HEIGHT.usual },
  "&.health": { height: HEIGHT.health },
  "& section": { height: "100%", overflowY: "auto" },
  // What goes on below the edge fades out there.
  "& section::after": {
    content: '""',
    position: "sticky",
    display: "block",
    bottom: -16,
    height: 24,
    margin: "-8px 0 -16px",
    background: `linear-gradient(transparent, ${ink.surface})`,
    pointerEvents: "none",
  },
  [SMALL]: {
    "&.health": { height: "auto", minHeight: HEIGHT.health },
    "&.health section": { height: "auto", minHeight: "inherit" },
  },
  [upTo.tablet]: {
    "&.usual": { height: "auto" },
    "& section": { height: "auto", minHeight: "inherit" },
    "& section::after": { display: "none" },
  },
});
