import styled from "@emotion/styled";
import { ProgressBar } from "./progress-bar.tsx";
import { ink } from "./theme/tokens.ts";

export type UploadProgressProps = {
  /** What goes on: "Sending". */
  readonly label: string;
  /** 0 to 100. */
  readonly percent: number;
  /** "3.2 MB of 12 MB". */
  readonly amount?: string;
};

/** How far an upload is, in words and as a bar. */
export function UploadProgress({ label, percent, amount }: UploadProgressProps) {
  return (
    <Box>
      <span>{label}</span>
      <span>{amount}</span>
      <ProgressBar label={label} percent={percent} />
    </Box>
  );
}

const Box = styled.div({
  display: "grid",
  gridTemplateColumns: "1fr auto",
  gap: "4px 12px",
  fontSize: 12,
  lineHeight: "16px",
  color: ink.third,
  "& > [role=progressbar]": { gridColumn: "1 / -1" },
});
