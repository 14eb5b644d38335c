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
  /** Takes the focus when the figures are taken anew. */
  readonly headingRef: Ref<HTMLSpanElement>;
};

/** The plan: every package that changes, and how many do not. */
export function ReviewCard({ name, notes, plan, moved, headingRef }: ReviewCardProps) {
  const [open, setOpen] = useState(false);
  const { changed, unchanged } = plan;
  const late = unchanged.reduce((sum, line) => sum + stillToTake(line), 0);
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
          <BidiText text={notes.trim()} maxLength={2_000} />
        </Notes>
      )}
      <ul>
        {[...changed, ...(open ? unchanged : [])].map((line) => (
          <ReviewLine key={line.change.packageId} line={line} moved={moved.get(line.change.packageId)} />
        ))}
      </ul>
      {late > 0 && !open ? (
        <Late>
          {devicesText(late)} {late === 1 ? "has" : "have"} still to take an unchanged package.
        </Late>
      ) : null}
    </Card>
  );
}

const Heading = styled.span({ overflowWrap: "anywhere", "&:focus-visible": { outline: "none" } });

const Notes = styled.p({
  marginBottom: 12,
  fontSize: 13,
  color: ink.second,
  whiteSpace: "pre-wrap",
  overflowWrap: "anywhere",
});

const Late = styled.p({ paddingTop: 10, borderTop: `1px solid ${ink.line}`, fontSize: 13, color: ink.third });
