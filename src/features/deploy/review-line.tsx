import styled from "@emotion/styled";
import { ChangeMark, changeFaces } from "#ui/change-mark.tsx";
import { SkeletonLine } from "#ui/skeleton.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { MainStar, VersionStep, VersionText } from "#ui/version-text.tsx";
import type { ImpactKind } from "#domain/impact.ts";
import { ImpactFigures } from "./impact-figures.tsx";
import type { ReviewLine as Line } from "./review-plan.ts";
import { sizeText } from "./size-text.ts";

type ReviewLineProps = {
  readonly line: Line;
  readonly moved: ReadonlyMap<ImpactKind, number> | undefined;
  /** What devices report is on its way. */
  readonly counting: boolean;
};

/** One package of the review: its change against the last deployment, and beneath it against what devices report. */
export function ReviewLine({ line, moved, counting }: ReviewLineProps) {
  const { change, main, impact, sizeBytes } = line;
  return (
    <Box>
      <div className="head">
        <ChangeMark change={change.kind} />
        <b>{change.packageId}</b>
        {main ? <MainStar /> : null}
        {change.kind === "removed" ? (
          <VersionText version={change.from} look="struck" />
        ) : (
          <VersionStep to={change.to} from={change.kind === "added" ? undefined : change.from} />
        )}
        <span className="word" aria-hidden="true" style={{ color: changeFaces[change.kind].color }}>
          {change.kind}
        </span>
        {sizeBytes === undefined ? null : <span className="size">{sizeText(sizeBytes)} a device</span>}
      </div>
      <div className="below">
        {change.kind === "removed" ? "Devices keep what they have; they are no longer told to run it." : null}
        {impact === undefined && counting && change.kind !== "removed" ? <SkeletonLine width={260} /> : null}
        {impact === undefined ? null : (
          <ImpactFigures numbers={impact.numbers} downgradeFrom={impact.downgradeFrom} moved={moved} />
        )}
      </div>
    </Box>
  );
}

const Box = styled.li({
  padding: "12px 0",
  borderTop: `1px solid ${ink.line}`,
  "& > .head": { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "2px 10px", overflowWrap: "anywhere" },
  "& > .head > .word": { fontSize: 13, fontWeight: 500 },
  "& > .head > .size": { marginLeft: "auto", fontSize: 12, color: ink.third },
  "& > .below": { marginTop: 5, paddingLeft: 22, fontSize: 13, color: ink.second },
  "& > .below:empty": { display: "none" },
});
