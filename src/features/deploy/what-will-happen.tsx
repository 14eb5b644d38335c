import styled from "@emotion/styled";
import { useHas } from "#api/capabilities.ts";
import type { Impact } from "#domain/impact.ts";
import { paths } from "#navigation/paths.ts";
import { Card } from "#ui/card.tsx";
import { formatBytes, formatClockDay } from "#ui/format.ts";
import { KeyValues } from "#ui/key-value.tsx";
import { Link } from "#ui/link.tsx";
import { SkeletonLine } from "#ui/skeleton.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";
import type { DeployContext } from "./deploy-context.ts";
import { draftSearch, PLAN_CARD_ID } from "./deploy-search.ts";
import { PhaseChart } from "./phase-chart.tsx";
import { shownPlan } from "./plan-choice.ts";
import { reachedPhases } from "./plan-happenings.ts";
import { PRESET_WORDS } from "./plan-words.ts";
import { eligibleOf, happeningsOf } from "./will-happen.ts";
import { WordsText } from "./words-text.tsx";
import type { ReactNode } from "react";

type WhatWillHappenProps = {
  readonly deploy: DeployContext;
  readonly impact: Impact | undefined;
  /** Figures are on their way; what is shown may be of the composition before. */
  readonly counting: boolean;
  /** Why there are no figures. */
  readonly problem?: string | undefined;
  /** The plan is named, with the way back to it. */
  readonly leadsToPlan?: boolean;
  /** Above the rest: what the deployment itself is. */
  readonly children?: ReactNode;
};

/** Says what a start would do, as truly as it is known by now. */
export function WhatWillHappen({ deploy, impact, counting, problem, leadsToPlan, children }: WhatWillHappenProps) {
  const { cohort, draft, around, waiting } = deploy;
  const canCancel = useHas("control");
  const known = { cohort, impact, plan: shownPlan(draft.plan, around.nowMs), canCancel, waiting };
  const happenings = happeningsOf({ ...known, bytesText: formatBytes, instantText: (atMs) => formatClockDay(atMs) });
  return (
    <Card title="What will happen" actions={counting ? <Counting>counting…</Counting> : undefined}>
      {children}
      <KeyValues
        stacked
        items={happenings.map(({ term, words }) => ({ key: term, value: <WordsText words={words} /> }))}
      />
      <PhaseChart sizes={reachedPhases(known.plan, eligibleOf(known)).map(({ size }) => size)} />
      {leadsToPlan === true && deploy.takesPlans ? <PlanName deploy={deploy} /> : null}
      {problem === undefined ? null : <Problem role="alert">Not counted. {problem}</Problem>}
      {counting && impact === undefined ? (
        <Pending>
          <SkeletonLine width={180} />
          <SkeletonLine width={120} />
        </Pending>
      ) : null}
    </Card>
  );
}

function PlanName({ deploy: { scope, cohort, rollbackTo, draft } }: { readonly deploy: DeployContext }) {
  const compose = paths.deploy(scope.projectId, cohort.id, draftSearch(rollbackTo));
  return (
    <Named>
      {PRESET_WORDS[draft.plan.preset].label} plan ·{" "}
      <Link to={`${compose}#${PLAN_CARD_ID}`}>
        change<VisuallyHidden> the plan</VisuallyHidden>
      </Link>
    </Named>
  );
}

const Counting = styled.span({ fontSize: 12, color: ink.third });

const Named = styled.p({ marginTop: 12, fontSize: 12, color: ink.third });

const Problem = styled.p({ marginTop: 12, fontSize: 13, color: ink.failed, overflowWrap: "anywhere" });

const Pending = styled.div({ display: "grid", gap: 10, marginTop: 12, justifyItems: "start" });
