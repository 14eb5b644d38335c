import styled from "@emotion/styled";
import { Suspense, useState, type ReactNode } from "react";
import { useOutlet } from "react-router";
import { useHas } from "#api/capabilities.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { rolloutSentence } from "#domain/rollout-sentence.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { Bucket } from "#domain/target.ts";
import { paths } from "#navigation/paths.ts";
import { useUrlState } from "#navigation/url-state.ts";
import { BandLegend } from "#ui/band-legend.tsx";
import { Callout } from "#ui/callout.tsx";
import { SentenceParts } from "#ui/sentence-parts.tsx";
import { Sentence } from "#ui/sentence.tsx";
import { WithPanel } from "#ui/side-panel.tsx";
import { StackedBar } from "#ui/stacked-bar.tsx";
import { BackendAway } from "./backend-away.tsx";
import { ChangesCard } from "./changes-card.tsx";
import { Devices, type DevicesProps } from "./devices.tsx";
import { Failures } from "./failures.tsx";
import { FramedPart, Parts } from "./framed-part.tsx";
import { Health, RolloutDialog, RolloutRecord } from "./lazy-parts.ts";
import { LiveStatus } from "./live-status.tsx";
import { missingWords } from "./missing-words.ts";
import { NobodyYet } from "./nobody-yet.tsx";
import { canHalt } from "./plan-names.ts";
import { RolloutControls } from "./rollout-controls.tsx";
import type { AskedAct } from "./rollout-dialogs.tsx";
import { PLAN_ID, RolloutFacts } from "./rollout-facts.tsx";
import { RolloutFrame, type RolloutProps } from "./rollout-frame.tsx";
import { listing, rolloutSearch } from "./rollout-search.ts";
import { standingFor } from "./standing-for.ts";
import { useActivity } from "./use-activity.ts";
import { useLiveRollout } from "./use-live-rollout.ts";
import { usePredecessor } from "./use-predecessor.ts";

/** A rollout whose devices can be watched. */
export function WatchedRollout({ scope, cohort, deploymentId, mainPackageId }: RolloutProps) {
  const { projectId } = scope;
  const [search, setSearch] = useUrlState(rolloutSearch);
  const [asked, setAsked] = useState<AskedAct>();
  const live = useLiveRollout(scope, cohort.id, deploymentId);
  const activity = useActivity(scope, cohort.id, deploymentId);
  const [hasManifest, hasControl, hasPlans] = [useHas("manifest"), useHas("control"), useHas("plans")];
  const cutOff = useWhyNoWrites();
  const { deployment, pulse, error } = live;
  const { before, looking, changes, nameOf } = usePredecessor(scope, cohort.id, deployment, mainPackageId);
  const { counts } = pulse;
  const to = (filter: Parameters<typeof paths.rollout>[3]) => paths.rollout(projectId, cohort.id, deploymentId, filter);
  const subject = { deployment, onStale: live.hearAgain };
  const controls = { ...subject, scope, cohort, beforeId: before?.id, cutOff, onAsk: setAsked };
  const missing = missingWords({ plans: hasPlans, control: hasControl, targets: true });
  const changesCard = (
    <ChangesCard {...{ changes, looking, mainPackageId }} isFirst={before === undefined && !looking} />
  );

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
      <Body>
        <RolloutFacts
          projectId={projectId}
          cohortId={cohort.id}
          deployment={deployment}
          nameOf={nameOf}
          manifestTo={hasManifest ? paths.manifest(projectId, cohort.id, deploymentId) : undefined}
          nowMs={pulse.nowMs}
          hasPlans={hasPlans}
        >
          <LiveStatus {...live} />
        </RolloutFacts>
        {missing === undefined ? null : <Callout tone="info">{missing}</Callout>}
        {counts.total === 0 ? (
          <Parts>
            {changesCard}
            <NobodyYet projectId={projectId} cohort={cohort} state={deployment.state} />
          </Parts>
        ) : (
          <Landing
            {...{ scope, cohortId: cohort.id, live, changes, mainPackageId, search, to, changesCard }}
            frozen={cohort.frozen !== undefined}
            health={
              hasHealth(deployment) ? (
                <Suspense fallback={<FramedPart height="health">{null}</FramedPart>}>
                  <Health {...controls} live={live} hasControl={hasControl} />
                </Suspense>
              ) : null
            }
            onSearch={setSearch}
            onRetryThese={hasControl ? (these) => setAsked({ act: "retry-these", ...these }) : undefined}
          />
        )}
        <div id={PLAN_ID}>
          <Suspense fallback={null}>
            <RolloutRecord plan={hasPlans ? deployment.plan : undefined} activity={activity} nowMs={pulse.nowMs} />
          </Suspense>
        </div>
        {error === null ? null : <BackendAway error={error} onRetry={live.hearAgain} />}
      </Body>
      {asked === undefined ? null : (
        <Suspense fallback={null}>
          <RolloutDialog {...subject} {...{ scope, cohort, asked }} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </RolloutFrame>
  );
}

type LandingProps = DevicesProps & {
  /** The address of this page with the list narrowed. */
  readonly to: (filter: Parameters<typeof paths.rollout>[3]) => string;
  readonly health: ReactNode;
  readonly changesCard: ReactNode;
};

/** How the devices stand: the band, the phases and fuses, what failed, and each of them. */
function Landing({ to, health, changesCard, ...devices }: LandingProps) {
  const { scope, cohortId, live, search, onSearch } = devices;
  const { counts } = live.pulse;
  const panel = useOutlet();
  const toggle = (bucket: Bucket) =>
    onSearch(listing({ bucket: toggled(search.bucket, bucket), substate: [], stuck: false }));
  return (
    <>
      <div className="band">
        <StackedBar size="big" counts={counts} />
        <BandLegend counts={counts} selected={search.bucket} onToggle={toggle} />
      </div>
      {health}
      <Parts>
        {changesCard}
        <Failures
          scope={scope}
          cohortId={cohortId}
          deploymentId={live.deployment.id}
          counts={counts}
          halted={live.deployment.state === "halted"}
          paused={live.paused}
          toOf={(failure, reason) => to({ substate: [failure], reason: reason === undefined ? [] : [String(reason)] })}
        />
      </Parts>
      <WithPanel panel={panel}>
        <Devices {...devices} />
      </WithPanel>
    </>
  );
}

/** Phases to follow, or a rule that may stop it. */
function hasHealth({ phases = [], plan }: Deployment): boolean {
  return phases.length > 1 || canHalt(plan.halt);
}

function toggled(buckets: readonly Bucket[], bucket: Bucket): readonly Bucket[] {
  return buckets.includes(bucket) ? buckets.filter((other) => other !== bucket) : [...buckets, bucket];
}

const Body = styled.div({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  gap: 16,
  "& > .band": { display: "grid", gap: 8 },
});
