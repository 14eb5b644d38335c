import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { useOutlet } from "react-router";
import { useHas } from "#api/capabilities.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { rolloutSentence } from "#domain/rollout-sentence.ts";
import type { Bucket } from "#domain/target.ts";
import { paths } from "#navigation/paths.ts";
import { useUrlState } from "#navigation/url-state.ts";
import { BandLegend } from "#ui/band-legend.tsx";
import { SentenceParts } from "#ui/sentence-parts.tsx";
import { Sentence } from "#ui/sentence.tsx";
import { WithPanel } from "#ui/side-panel.tsx";
import { StackedBar } from "#ui/stacked-bar.tsx";
import { BackendAway } from "./backend-away.tsx";
import { ChangesCard } from "./changes-card.tsx";
import { Devices, type DevicesProps } from "./devices.tsx";
import { Failures } from "./failures.tsx";
import { Parts } from "./framed-part.tsx";
import { LiveStatus } from "./live-status.tsx";
import { NobodyYet } from "./nobody-yet.tsx";
import { RolloutControls } from "./rollout-controls.tsx";
import { RolloutFacts } from "./rollout-facts.tsx";
import { RolloutFrame, type RolloutProps } from "./rollout-frame.tsx";
import { listing, rolloutSearch } from "./rollout-search.ts";
import { useLiveRollout } from "./use-live-rollout.ts";
import { usePredecessor } from "./use-predecessor.ts";

/** A rollout whose devices can be watched. */
export function WatchedRollout({ scope, cohort, deploymentId, mainPackageId }: RolloutProps) {
  const { projectId } = scope;
  const [search, setSearch] = useUrlState(rolloutSearch);
  const live = useLiveRollout(scope, cohort.id, deploymentId);
  const hasManifest = useHas("manifest");
  const hasControl = useHas("control");
  const cutOff = useWhyNoWrites();
  const { deployment, pulse, error } = live;
  const { before, looking, changes, nameOf } = usePredecessor(scope, cohort.id, deployment, mainPackageId);
  const { counts } = pulse;
  const to = (filter: Parameters<typeof paths.rollout>[3]) => paths.rollout(projectId, cohort.id, deploymentId, filter);
  const changesCard = (
    <ChangesCard {...{ changes, looking, mainPackageId }} isFirst={before === undefined && !looking} />
  );

  return (
    <RolloutFrame
      projectId={projectId}
      cohort={cohort}
      deployment={deployment}
      actions={
        hasControl ? (
          <RolloutControls
            scope={scope}
            cohortId={cohort.id}
            isProtected={cohort.protected}
            deployment={deployment}
            beforeId={before?.id}
            cutOff={cutOff}
            onStale={live.hearAgain}
          />
        ) : null
      }
      sentence={
        <Sentence className="live">
          <SentenceParts
            parts={rolloutSentence({ ...deployment, targeting: deployment.plan.targeting })}
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
        >
          <LiveStatus {...live} />
        </RolloutFacts>
        {counts.total === 0 ? (
          <>
            {changesCard}
            <NobodyYet projectId={projectId} cohort={cohort} state={deployment.state} />
          </>
        ) : (
          <Landing
            {...{ scope, cohortId: cohort.id, live, changes, mainPackageId, search, to, changesCard }}
            onSearch={setSearch}
          />
        )}
        {error === null ? null : <BackendAway error={error} onRetry={live.hearAgain} />}
      </Body>
    </RolloutFrame>
  );
}

type LandingProps = DevicesProps & {
  /** The address of this page with the list narrowed. */
  readonly to: (filter: Parameters<typeof paths.rollout>[3]) => string;
  readonly changesCard: ReactNode;
};

/** How the devices stand: the band, what failed, and each of them. */
function Landing({ to, changesCard, ...devices }: LandingProps) {
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
      <Parts>
        {changesCard}
        <Failures
          scope={scope}
          cohortId={cohortId}
          deploymentId={live.deployment.id}
          counts={counts}
          paused={live.paused}
          toOf={(failure) => to({ substate: [failure] })}
        />
      </Parts>
      <WithPanel panel={panel}>
        <Devices {...devices} />
      </WithPanel>
    </>
  );
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
