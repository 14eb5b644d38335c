import styled from "@emotion/styled";
import { ChangeMark, changeFaces } from "./change-mark.tsx";
import type { ChangeKind } from "./change-mark.tsx";
import { ink } from "./theme/tokens.ts";
import { VersionText } from "./version-text.tsx";

export type TrackCellProps = {
  /** Absent with `removed`: the version that was there before. */
  readonly version: string;
  readonly change: ChangeKind;
  /** The newer row has the package too: the line goes on upwards. */
  readonly above: boolean;
  /** The older row has the package too: the line goes on downwards. */
  readonly below: boolean;
  /** The row runs now: its node is filled. */
  readonly current?: boolean;
};

/**
 * One package of one deployment on its track: a line runs through rows that keep the version, a node sits where it moved.
 * Fills its table cell, which must be `position: relative` (a column with `track` of `DataTable` is).
 */
export function TrackCell({ version, change, above, below, current = false }: TrackCellProps) {
  const moved = change !== "unchanged";
  return (
    <Track data-change={change}>
      {above ? <i className="above" /> : null}
      {below ? <i className="below" /> : null}
      {moved ? <i className={current ? "node now" : "node"} /> : null}
      <VersionText version={version} look={change === "removed" ? "struck" : moved ? "plain" : "muted"} />
      <ChangeMark change={change} words={change === "added" ? "shown" : "hidden"} />
    </Track>
  );
}

const Track = styled.span({
  display: "inline-flex",
  alignItems: "center",
  gap: 6,
  "&[data-change=unchanged] > span:last-child > svg": { display: "none" },
  "& > i": { position: "absolute" },
  "& > .above, & > .below": { left: 19, width: 2, background: ink.line },
  "& > .above": { top: 0, bottom: "50%" },
  "& > .below": { top: "50%", bottom: -1 },
  "& > .node": {
    left: 13,
    top: "50%",
    width: 14,
    height: 14,
    marginTop: -7,
    borderRadius: "50%",
    background: ink.surface,
    border: "2px solid currentColor",
  },
  "& > .node.now": { background: "currentColor" },
  "&[data-change=removed] > .node": { borderStyle: "dotted" },
  ...Object.fromEntries(
    Object.entries(changeFaces).map(([change, { color }]) => [`&[data-change="${change}"] > .node`, { color }]),
  ),
});
