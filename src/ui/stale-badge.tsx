import styled from "@emotion/styled";
import { formatAge } from "./format.ts";
import { Icon } from "./icon.tsx";
import { ink } from "./theme/tokens.ts";

export type StaleBadgeProps = {
  /** When what is shown was true. */
  readonly asOfMs: number;
  readonly nowMs: number;
  /** Why nothing newer came: "The backend does not answer". */
  readonly reason?: string;
};

/** What is shown is right, but old: says how old, and why. */
export function StaleBadge({ asOfMs, nowMs, reason }: StaleBadgeProps) {
  return (
    <Stale>
      <Icon name="scheduled" size={12} />
      <span>
        As of {formatAge(asOfMs, nowMs)}
        {reason === undefined ? "" : `. ${reason}`}
      </span>
    </Stale>
  );
}

const Stale = styled.span({
  display: "inline-flex",
  alignItems: "center",
  gap: 6,
  padding: "2px 8px",
  borderRadius: 4,
  background: ink.cautionWash,
  color: ink.caution,
  fontSize: 12,
  lineHeight: "16px",
});
