import styled from "@emotion/styled";
import { useState } from "react";
import type { Ref } from "react";
import { countText, devicesText } from "#domain/counts.ts";
import type { PackageId } from "#domain/ids.ts";
import type { ImpactKind } from "#domain/impact.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { ReviewLine } from "./review-line.tsx";
import { changesText, stillToTake, type ReviewPlan } from "./review-plan.ts";

type ReviewCardProps = {
  readonly name: string;
  readonly notes: string;
  readonly plan: ReviewPlan;
  readonly moved: ReadonlyMap<PackageId, ReadonlyMap<ImpactKind, number>>;
  /** What devices report is on its way. */
  readonly counting: boolean;
  /** Takes the focus when the figures are taken anew. */
  readonly headingRef: Ref<HTMLSpanElement>;
};

/** The plan: every package that changes, and how many do not. */
export function ReviewCard({ name, notes, plan, moved, counting, headingRef }: ReviewCardProps) {
  const { changed, unchanged } = plan;
  const [open, setOpen] = useState(changed.length === 0);
  const late = unchanged.filter((line) => stillToTake(line) > 0);
  const heading = (
    <Heading tabIndex={-1} ref={headingRef}>
      “<BidiText text={name.trim()} maxLength={100} />” {changesText(plan)}
    </Heading>
  );
  return (
    <Card
      title={heading}
      actions={
        unchanged.length === 0 ? undefined : (
          <Button size="small" variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Hide" : "Show"} {countText(unchanged.length)} unchanged
          </Button>
        )
      }
    >
      {notes.trim() === "" ? null : (
        <Notes>
          {notes
            .trim()
            .split(/\r?\n/)
            .map((line, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- lines of one text have no other name
              <span key={index}>
                <BidiText text={line} maxLength={2_000} />
              </span>
            ))}
        </Notes>
      )}
      <ul>
        {[...changed, ...(open ? unchanged : [])].map((line) => (
          <ReviewLine
            key={line.change.packageId}
            line={line}
            moved={moved.get(line.change.packageId)}
            counting={counting}
          />
        ))}
      </ul>
      {late.length === 0 || open ? null : (
        <Late>
          Unchanged, but still to come:{" "}
          {late.map((line) => `${line.change.packageId} on ${devicesText(stillToTake(line))}`).join(", ")}.
        </Late>
      )}
    </Card>
  );
}

const Heading = styled.span({ overflowWrap: "anywhere", "&:focus-visible": { outline: "none" } });

const Notes = styled.p({
  marginBottom: 12,
  fontSize: 13,
  color: ink.second,
  "& > span": { display: "block", minHeight: "1lh" },
  overflowWrap: "anywhere",
});

const Late = styled.p({ paddingTop: 10, borderTop: `1px solid ${ink.line}`, fontSize: 13, color: ink.third });
