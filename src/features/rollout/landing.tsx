import type { ReactNode } from "react";
import { useOutlet } from "react-router";
import type { Deployment } from "#domain/deployment.ts";
import type { Bucket } from "#domain/target.ts";
import type { paths } from "#navigation/paths.ts";
import { BandLegend } from "#ui/band-legend.tsx";
import { WithPanel } from "#ui/side-panel.tsx";
import { StackedBar } from "#ui/stacked-bar.tsx";
import { Devices, type DevicesProps } from "./devices.tsx";
import { Failures } from "./failures.tsx";
import { Parts } from "./framed-part.tsx";
import { Health } from "./health.tsx";
import { canHalt } from "./plan-names.ts";
import type { RolloutControlsProps } from "./rollout-controls.tsx";
import { listing } from "./rollout-search.ts";

type LandingProps = DevicesProps & {
  /** The address of this page with the list narrowed. */
  readonly to: (filter: Parameters<typeof paths.rollout>[3]) => string;
  /** What its acts need, and whether they are offered. */
  readonly controls: RolloutControlsProps & { readonly hasControl: boolean };
  readonly changesCard: ReactNode;
};

/** How the devices stand: the band, the phases and fuses, what failed, and each of them. */
export function Landing({ to, controls, changesCard, ...devices }: LandingProps) {
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
      {hasHealth(live.deployment) ? <Health {...controls} live={live} /> : null}
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
