import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { ink } from "./theme/tokens.ts";

export type ErrorPanelProps = {
  /** What could not be done: "The history could not be loaded". */
  readonly title: string;
  /** What happened, to what, and what to do next, in whole sentences. */
  readonly message: string;
  readonly onRetry?: () => void;
  readonly retrying?: boolean;
  /** Other ways on. */
  readonly actions?: ReactNode;
};

/** The place of something that failed to load. */
export function ErrorPanel({ title, message, onRetry, retrying = false, actions }: ErrorPanelProps) {
  return (
    <Panel role="alert">
      <Icon name="warning" size={20} />
      <div>
        <h2>{title}</h2>
        <p>{message}</p>
        <div className="actions">
          {onRetry === undefined ? null : (
            <Button icon="refresh" onClick={onRetry} pending={retrying}>
              Try again
            </Button>
          )}
          {actions}
        </div>
      </div>
    </Panel>
  );
}

const Panel = styled.div({
  display: "flex",
  gap: 14,
  padding: "20px 18px",
  border: `1px solid ${ink.line}`,
  borderLeft: `3px solid ${ink.failed}`,
  borderRadius: 8,
  background: ink.surface,
  "& > svg": { flex: "none", marginTop: 2, color: ink.failed },
  "& p": { maxWidth: "70ch", marginTop: 2, color: ink.second, overflowWrap: "anywhere" },
  "& .actions:not(:empty)": { display: "flex", flexWrap: "wrap", gap: 8, marginTop: 14 },
});
