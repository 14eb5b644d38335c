import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { ink } from "./theme/tokens.ts";

export type CalloutProps = {
  readonly tone: "caution" | "failed" | "info" | "succeeded";
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Something that came up while one looks: read out at once. */
  readonly live?: boolean;
};

const icons = { caution: "warning", failed: "failed", info: "info", succeeded: "succeeded" } as const;

/** Something to know before going on. */
export function Callout({ tone, title, children, actions, live = false }: CalloutProps) {
  return (
    <CalloutBox className={tone} {...(live ? { role: "alert" } : {})}>
      <Icon name={icons[tone]} />
      <div className="words">
        {title === undefined ? null : <b>{title} </b>}
        {children}
        {actions === undefined ? null : <div className="actions">{actions}</div>}
      </div>
    </CalloutBox>
  );
}

const CalloutBox = styled.div({
  display: "flex",
  gap: 10,
  padding: "10px 14px",
  border: "1px solid",
  borderRadius: 8,
  fontSize: 13,
  lineHeight: "20px",
  overflowWrap: "anywhere",
  "& > svg": { flex: "none", marginTop: 2 },
  "& > .words": { minWidth: 0, color: ink.first },
  "& .actions": { display: "flex", flexWrap: "wrap", gap: 8, marginTop: 8 },
  "&.caution": {
    background: ink.cautionWash,
    borderColor: `color-mix(in srgb, ${ink.caution} 35%, transparent)`,
    color: ink.caution,
    "& b": { color: ink.caution },
  },
  "&.failed": {
    background: ink.failedWash,
    borderColor: `color-mix(in srgb, ${ink.failed} 30%, transparent)`,
    color: ink.failed,
  },
  "&.info": {
    background: ink.accentWash,
    borderColor: `color-mix(in srgb, ${ink.accent} 25%, transparent)`,
    color: ink.accent,
  },
  "&.succeeded": {
    background: ink.succeededWash,
    borderColor: `color-mix(in srgb, ${ink.succeeded} 30%, transparent)`,
    color: ink.succeeded,
  },
});
