import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { drawings } from "./drawings.tsx";
import { focusHeading } from "./focus-heading.ts";
import { ink } from "./theme/tokens.ts";

export type EmptyStateProps = {
  readonly drawing: keyof typeof drawings;
  /** One sentence: what would be here, and why nothing is. */
  readonly children: ReactNode;
  /** The one next act. */
  readonly action?: ReactNode;
};

/** A place where nothing is yet. */
export function EmptyState({ drawing, children, action }: EmptyStateProps) {
  return (
    <Box>
      <svg
        width="120"
        height="72"
        viewBox="0 0 120 72"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {drawings[drawing]}
      </svg>
      <p>{children}</p>
      {action}
    </Box>
  );
}

/** A list whose filters leave nothing; what would be listed is there. */
export function NoMatch({ children, onClear }: { readonly children: ReactNode; readonly onClear: () => void }) {
  const clear = () => {
    focusHeading();
    onClear();
  };
  return (
    <EmptyState drawing="noMatch" action={<Button onClick={clear}>Clear filters</Button>}>
      {children}
    </EmptyState>
  );
}

const Box = styled.div({
  display: "grid",
  justifyItems: "center",
  gap: 12,
  padding: "36px 20px 40px",
  textAlign: "center",
  color: ink.third,
  "& > p": { maxWidth: "52ch", fontSize: 14, color: ink.second },
});
