import styled from "@emotion/styled";
import { ink } from "./theme/tokens.ts";

export type ProgressBarProps = {
  /** What goes on: "Uploading main-2.4.1.bin". */
  readonly label: string;
  /** 0 to 100. */
  readonly percent: number;
};

/** How far something is. */
export function ProgressBar({ label, percent }: ProgressBarProps) {
  return (
    <Track
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
    >
      <div style={{ transform: `scaleX(${percent / 100})` }} />
    </Track>
  );
}

const Track = styled.div({
  height: 6,
  overflow: "hidden",
  borderRadius: 3,
  background: ink.sunken,
  boxShadow: `inset 0 0 0 1px ${ink.line}`,
  "& > div": { height: "100%", background: ink.accent, transformOrigin: "left", transition: "transform 140ms linear" },
  "@media (forced-colors: active)": { border: "1px solid CanvasText", "& > div": { background: "Highlight" } },
});
