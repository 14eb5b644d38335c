import styled from "@emotion/styled";
import { changeFaces } from "./change-mark.tsx";
import type { ChangeKind } from "./change-mark.tsx";
import { Icon } from "./icon.tsx";
import { ink } from "./theme/tokens.ts";
import { VersionText } from "./version-text.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type TrackCellProps = {
  /** Absent with `removed`: the version that was there before. */
  readonly version: string;
  readonly change: ChangeKind;
  /** The change for assistive technology: "upgraded from 2.3.0 to 2.4.1". */
  readonly words: string;
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
export function TrackCell({ version, change, words, above, below, current = false }: TrackCellProps) {
  const moved = change !== "unchanged";
  return (
    <Track data-change={change}>
      {above ? <i className="above" /> : null}
      {below ? <i className="below" /> : null}
      {moved ? <i className={current ? "node now" : "node"} /> : null}
      <VersionText version={version} look={change === "removed" ? "struck" : moved ? "plain" : "muted"} />
      {moved ? <Icon name={changeFaces[change].icon} size={12} /> : null}
      {change === "added" ? <b> {words}</b> : <VisuallyHidden> {words}</VisuallyHidden>}
    </Track>
  );
}

const Track = styled.span({
  display: "inline-flex",
  alignItems: "center",
  gap: 6,
  "& > svg": { flex: "none" },
  "& > b": { marginLeft: -2, fontSize: 12, fontWeight: 500 },
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
  "@media (forced-colors: active)": { "& > :is(.above, .below, .node.now)": { background: "CanvasText" } },
  "&[data-change=removed] > .node": { borderStyle: "dotted" },
  ...Object.fromEntries(
    Object.entries(changeFaces).map(([change, { color }]) => [
      `&[data-change="${change}"] > :is(.node, svg, b)`,
      { color },
    ]),
  ),
});
