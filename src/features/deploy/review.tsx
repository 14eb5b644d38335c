import { useRef, useState, type RefObject } from "react";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Stack, WithAside } from "#ui/card.tsx";
import { CalloutList } from "./callout-list.tsx";
import { calloutsOf } from "./callouts.ts";
import type { DeployContext } from "./deploy-context.ts";
import { activeComposition } from "./draft.ts";
import { movedNumbers } from "./moved-numbers.ts";
import { RepairCallouts } from "./repair-callouts.tsx";
import { ReviewCard } from "./review-card.tsx";
import { reviewPlan } from "./review-plan.ts";
import { StartBar } from "./start-bar.tsx";
import { useDraftImpact } from "./use-draft-impact.ts";
import { useReviewed } from "./use-reviewed.ts";
import { useStart } from "./use-start.ts";
import { WhatWillHappen } from "./what-will-happen.tsx";

/** The plan of a draft that can be started, and its start. */
export function Review({ deploy: latest }: { readonly deploy: DeployContext }) {
  const heading = useRef<HTMLSpanElement>(null);
  const measured = useDraftImpact(latest);
  const reviewed = useReviewed(measured.counting ? undefined : measured.impact);
  const start = useStart(latest, reviewed.base?.impactHash);
  const [sent, setSent] = useState<DeployContext>();
  const { refreshing, reviewAgain } = useReviewAgain({ deploy: latest, measured, reviewed, start, heading });

  // While a start is under way the page stays what was started, though the deployment is the active one by then.
  const deploy = start.busy ? (sent ?? latest) : latest;
  const { draft, cohort, around, artifacts } = deploy;
  const impact = start.busy ? reviewed.base : reviewed.shown;
  const outdated = reviewed.outdated && !start.busy && start.failure === undefined;
  const plan = reviewPlan({
    before: activeComposition(around.active),
    after: draft.picks,
    mainPackageId: around.mainPackageId,
    artifacts,
    impact,
  });

  const send = () => {
    setSent(latest);
    start.send();
  };

  return (
    <>
      <WithAside>
        <Stack>
          {start.busy ? null : <RepairCallouts deploy={deploy} />}
          {outdated ? <Outdated pending={refreshing} onReviewAgain={reviewAgain} /> : null}
          <ReviewCard
            name={draft.name}
            notes={draft.notes}
            plan={plan}
            moved={
              impact === undefined || reviewed.base === undefined ? new Map() : movedNumbers(reviewed.base, impact)
            }
            counting={measured.counting}
            headingRef={heading}
          />
          <Stack className="tight">
            <CalloutList
              callouts={calloutsOf({ draft, cohort, active: around.active, impact, takenNames: around.takenNames })}
            />
            {measured.measurable ? null : <Unmeasurable />}
          </Stack>
        </Stack>
        <aside>
          <WhatWillHappen deploy={deploy} impact={impact} counting={measured.counting} leadsToPlan />
        </aside>
      </WithAside>
      <StartBar {...{ deploy, measured, impact, refreshing }} start={{ ...start, send }} onReviewAgain={reviewAgain} />
    </>
  );
}

type ReviewAgain = {
  readonly deploy: DeployContext;
  readonly measured: ReturnType<typeof useDraftImpact>;
  readonly reviewed: ReturnType<typeof useReviewed>;
  readonly start: ReturnType<typeof useStart>;
  /** Takes the focus when the newest numbers are there. */
  readonly heading: RefObject<HTMLElement | null>;
};

/** Takes the review anew: what it is judged against, then the numbers. What cannot be read is shown where it belongs. */
function useReviewAgain({ deploy, measured, reviewed, start, heading }: ReviewAgain) {
  const [refreshing, setRefreshing] = useState(false);
  const reviewAgain = async () => {
    setRefreshing(true);
    // The artifacts decide what is measured, so they come first.
    await deploy.refresh();
    const answer = await measured.refetch();
    setRefreshing(false);
    if (answer.data === undefined) return;
    reviewed.take(answer.data);
    start.forget();
    announce("The review shows the newest numbers.");
    heading.current?.focus();
  };
  return { refreshing, reviewAgain: () => void reviewAgain() };
}

function Unmeasurable() {
  return (
    <Callout tone="info">
      This backend cannot say what devices report. The review compares with the last deployment only.
    </Callout>
  );
}

function Outdated({ pending, onReviewAgain }: { readonly pending: boolean; readonly onReviewAgain: () => void }) {
  return (
    <Callout
      live
      tone="caution"
      title="This review is out of date."
      actions={
        <Button size="small" icon="refresh" pending={pending} onClick={onReviewAgain}>
          Review again
        </Button>
      }
    >
      The cohort, the artifacts or the active deployment changed since it was opened; a start would be refused.
    </Callout>
  );
}
