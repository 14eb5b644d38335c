import styled from "@emotion/styled";
import type { ReactNode } from "react";
import type { DeploymentState } from "#domain/deployment.ts";
import type { Bucket, Substate } from "#domain/target.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import { bucketFaces, deploymentFaces } from "./state-words.ts";
import { SUBSTATE_WORDS } from "#domain/substate-words.ts";
import { ink, toneInk } from "./theme/tokens.ts";
import type { Tone } from "./theme/tokens.ts";

/** A glyph and words in one colour; the words alone say it all. */
export function Chip({
  icon,
  tone,
  children,
}: {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly children: ReactNode;
}) {
  return (
    <ChipBox data-tone={tone}>
      <Icon name={icon} size={12} />
      <span>{children}</span>
    </ChipBox>
  );
}

export type StateChipProps = {
  readonly bucket: Bucket;
  readonly substate?: Substate;
  readonly stuck?: boolean;
  /** Says the detail in place of its usual words. */
  readonly words?: string | undefined;
};

/** How one device stands: "Failed · went back to the old version". */
export function StateChip({ bucket, substate, stuck = false, words }: StateChipProps) {
  const face = bucketFaces[bucket];
  return (
    <StateBox>
      <Chip icon={face.icon} tone={face.tone}>
        {face.name}
      </Chip>
      {substate === undefined ? null : <span className="detail"> · {words ?? SUBSTATE_WORDS[substate]}</span>}
      {stuck ? <span className="stuck"> · stuck</span> : null}
    </StateBox>
  );
}

/** How a whole deployment stands. A settled one in progress waits for new devices only. */
export function DeploymentStateChip({
  state,
  settled = false,
}: {
  readonly state: DeploymentState;
  readonly settled?: boolean;
}) {
  const face = deploymentFaces[state];
  if (state === "in-progress" && settled) {
    return (
      <Chip icon="succeeded" tone="succeeded">
        All done, waiting for new ones
      </Chip>
    );
  }
  return (
    <Chip icon={face.icon} tone={face.tone}>
      {face.name}
    </Chip>
  );
}

/** Marks the deployment a cohort runs. */
export function ActiveBadge() {
  return <Badge>Active</Badge>;
}

/** A small framed word. */
export const Badge = styled.span({
  display: "inline-block",
  padding: "0 5px",
  border: "1px solid currentColor",
  borderRadius: 4,
  color: ink.accent,
  fontSize: 11,
  lineHeight: "15px",
  fontWeight: 650,
  letterSpacing: "0.02em",
  textTransform: "uppercase",
  whiteSpace: "nowrap",
});

const ChipBox = styled.span({
  display: "inline-flex",
  alignItems: "center",
  gap: 6,
  fontSize: 13,
  lineHeight: "16px",
  fontWeight: 500,
  "& > svg": { flex: "none" },
  ...Object.fromEntries(Object.entries(toneInk).map(([tone, color]) => [`&[data-tone="${tone}"]`, { color }])),
});

const StateBox = styled.span({
  fontSize: 13,
  lineHeight: "16px",
  "& .detail": { color: ink.third },
  "& .stuck": { color: ink.caution, fontWeight: 500 },
});
