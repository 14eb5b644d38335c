import type { HistoryCell } from "#domain/deployment-history.ts";
import { TrackCell } from "#ui/track-cell.tsx";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";
import { changeWords } from "./change-words.ts";

/** One package in one deployment, on its track. */
export function HistoryTrack({ cell, active }: { readonly cell: HistoryCell; readonly active: boolean }) {
  const { change, track } = cell;
  const words = changeWords(change);
  if (change.kind === "absent") return <VisuallyHidden>{words}</VisuallyHidden>;
  const version = change.kind === "removed" ? change.from : change.to;
  return (
    <TrackCell
      version={version}
      // Without the deployment before it nothing is known to have moved: the track ends here without a node.
      change={change.kind === "unknown" ? "unchanged" : change.kind}
      words={words}
      above={track.above}
      below={track.below}
      current={active}
    />
  );
}
