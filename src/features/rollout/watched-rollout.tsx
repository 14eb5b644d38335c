import styled from "@emotion/styled";
import { Suspense, useState } from "react";
import { useHas } from "#api/capabilities.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { rolloutSentence } from "#domain/rollout-sentence.ts";
import { paths } from "#navigation/paths.ts";
import { useUrlState } from "#navigation/url-state.ts";
import { Callout } from "#ui/callout.tsx";
import { SentenceParts } from "#ui/sentence-parts.tsx";
import { Sentence } from "#ui/sentence.tsx";
import { BackendAway } from "./backend-away.tsx";
import { ChangesCard } from "./changes-card.tsx";
import { Parts } from "./framed-part.tsx";
import { Landing, RolloutDialog, RolloutRecord, YankedNote } from "./lazy-parts.ts";
import { LiveStatus } from "./live-status.tsx";
import { missingWords } from "./missing-words.ts";
import { NobodyYet } from "./nobody-yet.tsx";
import { RolloutControls, type RolloutControlsProps } from "./rollout-controls.tsx";
import type { AskedAct } from "./rollout-dialogs.tsx";
import { PLAN_ID, RolloutFacts } from "./rollout-facts.tsx";
import { RolloutFrame, type RolloutProps } from "./rollout-frame.tsx";
import { rolloutSearch } from "./rollout-search.ts";
import { standingFor } from "./standing-for.ts";
import { useActivity, type Activity } from "./use-activity.ts";
import { useLiveRollout, type LiveRollout } from "./use-live-rollout.ts";
import { usePredecessor } from "./use-predecessor.ts";

/** A rollout whose devices can be watched. */
export function WatchedRollout({ scope, cohort, deploymentId, mainPackageId }: RolloutProps) {
  const { projectId } = scope;
  const [asked, setAsked] = useState<AskedAct>();
  const live = useLiveRollout(scope, cohort.id, deploymentId);
  const activity = useActivity(scope, cohort.id, deploymentId);
  const hasControl = useHas("control");
  const cutOff = useWhyNoWrites();
  const { deployment, pulse } = live;
  const predecessor = usePredecessor(scope, cohort.id, deployment, mainPackageId);
  const subject = { deployment, onStale: live.hearAgain };
  const controls = { ...subject, scope, cohort, beforeId: predecessor.before?.id, cutOff, onAsk: setAsked };
  const to: FilteredPath = (filter) => paths.rollout(projectId, cohort.id, deploymentId, filter);
  return (
    <RolloutFrame
      projectId={projectId}
      cohort={cohort}
      deployment={deployment}
      actions={hasControl ? <RolloutControls {...controls} /> : null}
      sentence={
        <Sentence className="live long">
          <SentenceParts
            parts={rolloutSentence(standingFor(deployment, cohort, activity.acts))}
            figureTo={({ buckets, substates }) => to({ bucket: buckets, substate: substates })}
            nowMs={pulse.nowMs}
          />
        </Sentence>
      }
    >
      <WatchedParts {...{ live, activity, mainPackageId, predecessor, to }} controls={{ ...controls, hasControl }} />
      {asked === undefined ? null : (
        <Suspense fallback={null}>
          <RolloutDialog {...subject} {...{ scope, cohort, asked }} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </RolloutFrame>
  );
}

/** The address of the page with its list narrowed. */
type FilteredPath = (filter: Parameters<typeof paths.rollout>[3]) => string;

type WatchedPartsProps = Pick<RolloutProps, "mainPackageId"> & {
  readonly live: LiveRollout;
  readonly activity: Activity;
  readonly predecessor: ReturnType<typeof usePredecessor>;
  readonly controls: RolloutControlsProps & { readonly hasControl: boolean };
  readonly to: FilteredPath;
};

/** The page below its sentence: what it is, what there is to know, how its devices stand, and its record. */
function WatchedParts({ live, activity, mainPackageId, predecessor, controls, to }: WatchedPartsProps) {
  const [search, setSearch] = useUrlState(rolloutSearch);
  const [hasManifest, hasPlans] = [useHas("manifest"), useHas("plans")];
  const { deployment, pulse, error } = live;
  const { scope, cohort, hasControl, onAsk } = controls;
  const { before, looking, changes, nameOf } = predecessor;
  const place = [scope.projectId, cohort.id, deployment.id] as const;
  const missing = missingWords({ plans: hasPlans, control: hasControl, targets: true });
  const changesCard = (
    <ChangesCard {...{ changes, looking, mainPackageId }} isFirst={before === undefined && !looking} />
  );
  return (
    <Body>
      <RolloutFacts
        projectId={scope.projectId}
        cohortId={cohort.id}
        deployment={deployment}
        nameOf={nameOf}
        manifestTo={hasManifest ? paths.manifest(...place) : undefined}
        nowMs={pulse.nowMs}
        hasPlans={hasPlans}
      >
        <LiveStatus {...live} />
      </RolloutFacts>
      {missing === undefined ? null : <Callout tone="info">{missing}</Callout>}
      {deployment.yanked === undefined ? null : (
        <Suspense fallback={null}>
          <YankedNote projectId={scope.projectId} cohort={cohort} deployment={deployment} />
        </Suspense>
      )}
      {pulse.counts.total === 0 ? (
        <Parts className="even">
          {changesCard}
          <NobodyYet projectId={scope.projectId} cohort={cohort} state={deployment.state} />
        </Parts>
      ) : (
        <Suspense fallback={null}>
          <Landing
            {...{ scope, cohortId: cohort.id, live, changes, mainPackageId, search, to, controls, changesCard }}
            frozen={cohort.frozen !== undefined}
            onSearch={setSearch}
            onRetryThese={hasControl ? (these) => onAsk({ act: "retry-these", ...these }) : undefined}
          />
        </Suspense>
      )}
      <div id={PLAN_ID}>
        <Suspense fallback={null}>
          <RolloutRecord plan={hasPlans ? deployment.plan : undefined} activity={activity} nowMs={pulse.nowMs} />
        </Suspense>
      </div>
      {error === null ? null : <BackendAway error={error} onRetry={live.hearAgain} />}
    </Body>
  );
}

const Body = styled.div({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  gap: 16,
  "& > .band": { display: "grid", gap: 8 },
});
