import styled from "@emotion/styled";
import { useEffect, useRef } from "react";
import type { ApiError } from "#api/error.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { footnote } from "./footnote.ts";

export type HistoryFootProps = {
  readonly loaded: number;
  readonly total: number;
  readonly hasOlder: boolean;
  readonly loading: boolean;
  /** Why the last deployments that were asked for did not come. */
  readonly failure: ApiError | null;
  readonly onShowOlder: () => void;
};

/** What the grid shows and what it leaves out, and the way to the rest. */
export function HistoryFoot({ loaded, total, hasOlder, loading, failure, onShowOlder }: HistoryFootProps) {
  const note = useRef<HTMLSpanElement>(null);
  const asked = useRef(false);
  const show = () => {
    asked.current = true;
    announce("Loading older deployments");
    onShowOlder();
  };
  // The button leaves with the last of them; the focus must not go with it.
  useEffect(() => {
    if (!hasOlder && asked.current) note.current?.focus();
  }, [hasOlder]);
  return (
    <>
      <Foot>
        <span ref={note} tabIndex={-1}>
          {footnote(loaded, total)}
        </span>
        {hasOlder ? (
          <Button variant="quiet" size="small" pending={loading} onClick={show}>
            Show older
          </Button>
        ) : null}
      </Foot>
      {failure === null ? null : (
        <Callout tone="failed" live>
          {failure.message}
        </Callout>
      )}
    </>
  );
}

const Foot = styled.div({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "4px 8px",
  minHeight: 44,
  padding: "6px 2px",
  color: ink.third,
  fontSize: 13,
});
