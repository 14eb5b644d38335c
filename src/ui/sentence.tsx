import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { Link } from "./link.tsx";
import { ink, upTo } from "./theme/tokens.ts";

/** The sentence of state that opens a page. `live`: its figures move, and the page must not when it gains a line. `long`: it also says why and what comes next. */
export const Sentence = styled.p({
  fontSize: 16,
  lineHeight: "24px",
  color: ink.second,
  maxWidth: "76ch",
  overflowWrap: "anywhere",
  textWrap: "pretty",
  // Balanced lines would break anew with every figure that grows.
  "&.live": { minHeight: "2lh", textWrap: "wrap" },
  // What moves has a line of its own, in which there is room for it to move.
  "&.figures-below > .figure:not(.figure ~ .figure)::before": { content: '"\\A"', whiteSpace: "pre" },
  [upTo.phone]: { fontSize: 15, "&.live": { minHeight: "3lh" }, "&.live.long": { minHeight: "4lh" } },
});

export type SentenceLinkProps = {
  readonly to: string;
  readonly tone?: "plain" | "failed" | "caution";
  /** It counts devices, and moves while a rollout does. */
  readonly figure?: boolean;
  readonly children: ReactNode;
};

/** A number in the sentence; it leads to what it counts. */
export function SentenceLink({ to, tone = "plain", figure = false, children }: SentenceLinkProps) {
  return (
    <Marked className={figure ? `${tone} figure` : tone}>
      <Link to={to} keepScroll>
        {children}
      </Link>
    </Marked>
  );
}

const Marked = styled.span({
  "& > a": {
    textDecoration: "none",
    borderBottom: `1px solid ${ink.strongLine}`,
    color: ink.first,
    transition: "border-color 120ms",
  },
  "& > a:hover": { textDecoration: "none", borderColor: "currentColor" },
  "&.failed > a": { color: ink.failed, borderColor: "currentColor" },
  "&.caution > a": { color: ink.caution, borderColor: "currentColor" },
});
