import styled from "@emotion/styled";
import { BidiText } from "./bidi-text.tsx";
import { Icon } from "./icon.tsx";
import { fonts, ink } from "./theme/tokens.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type VersionTextProps = {
  readonly version: string;
  /** `muted`: unchanged; `struck`: gone. */
  readonly look?: "plain" | "strong" | "muted" | "struck";
};

/** A version as it is written on the device. */
export function VersionText({ version, look = "plain" }: VersionTextProps) {
  return (
    <Mono className={look}>
      <BidiText text={version} maxLength={64} />
    </Mono>
  );
}

/** "2.3.0 → 2.4.1"; without a `from` only the goal. */
export function VersionStep({ from, to }: { readonly from?: string | undefined; readonly to: string }) {
  if (from === to || from === undefined) return <VersionText version={to} />;
  return (
    <Way>
      <VersionText version={from} look="muted" />
      <Icon name="arrow" size={12} />
      <VisuallyHidden> to </VisuallyHidden>
      <VersionText version={to} />
    </Way>
  );
}

/** The star beside the name of the main package. */
export function MainStar() {
  return (
    <Star title="Main package: the one the device's SDK installs">
      <Icon name="star" size={12} label="main package" />
    </Star>
  );
}

const Mono = styled.span({
  fontFamily: fonts.code,
  fontSize: "0.92em",
  letterSpacing: "-0.02em",
  overflowWrap: "anywhere",
  "&.strong": { fontWeight: 650 },
  "&.muted": { color: ink.third },
  // A line does not go on into what stands as a block of its own.
  "&.struck, &.struck > bdi": { color: ink.second, textDecoration: "line-through" },
});

// Where there is no room the old version gives way first, and what is cut shows that it is.
const Way = styled.span({
  display: "inline-flex",
  alignItems: "center",
  gap: 5,
  maxWidth: "100%",
  whiteSpace: "nowrap",
  verticalAlign: "middle",
  "& > svg": { color: ink.third, flex: "none" },
  "& > span": { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis" },
  "& bdi": { display: "inline !important" },
  "& > span:last-of-type": { flex: "none", maxWidth: "100%" },
});

const Star = styled.span({ display: "inline-flex", verticalAlign: "-1px", color: ink.third });
