import { useQuery } from "@tanstack/react-query";
import { deviceQueries } from "#api/devices.ts";
import type { DeviceId, Scope } from "#domain/ids.ts";
import type { Halt } from "#domain/phase-progress.ts";
import { openPhaseOf } from "#domain/rollout-sentence-phase.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button, ButtonRow } from "#ui/button.tsx";
import { FramedPart, Parts } from "./framed-part.tsx";
import { FuseCard } from "./fuse-card.tsx";
import { HaltedCard } from "./halted-card.tsx";
import { PhasesCard } from "./phases-card.tsx";
import { canHalt } from "./plan-names.ts";
import { RollBack, type RolloutControlsProps } from "./rollout-controls.tsx";
import { refusalOf } from "./rollout-acts.ts";
import { retriedCount } from "./retried.ts";
import type { LiveRollout } from "./use-live-rollout.ts";

type HealthProps = RolloutControlsProps & {
  readonly live: LiveRollout;
  /** Acts are offered. */
  readonly hasControl: boolean;
};

/** How far the phases are, and how near a halt: where the plan has any of either. */
export function Health(props: HealthProps) {
  const { live, deployment } = props;
  const { plan, phases = [] } = deployment;
  const { nowMs, fuses = [] } = live.pulse;
  const [hasPhases, hasFuses] = [phases.length > 1, canHalt(plan.halt)];
  return (
    <Parts className="health">
      {hasPhases ? (
        <FramedPart height="health">
          <PhasesCard deployment={deployment} phases={phases} nowMs={nowMs} />
        </FramedPart>
      ) : null}
      {hasFuses ? (
        <FramedPart height="health">
          {deployment.state === "halted" && deployment.halt !== undefined ? (
            <Halted {...props} halt={deployment.halt} />
          ) : (
            <FuseCard fuses={fuses} rules={plan.halt} openPhase={openPhaseOf(phases)?.index ?? 0} />
          )}
        </FramedPart>
      ) : null}
    </Parts>
  );
}

function Halted(props: HealthProps & { readonly halt: Halt }) {
  const { scope, cohort, deployment, halt, cutOff, live, hasControl, onAsk } = props;
  const { plan, id, counts } = deployment;
  const { deviceId } = halt;

  const noRetry = retriedCount(counts) === 0 ? "No device has failed for good: what failed has tries left." : undefined;
  return (
    <HaltedCard
      halt={halt}
      phase={plan.phases.length > 1 ? `${halt.phase + 1} of ${plan.phases.length}` : undefined}
      device={
        deviceId && {
          name: <DeviceName scope={scope} deviceId={deviceId} />,
          to: paths.target(scope.projectId, cohort.id, id, deviceId),
        }
      }
      triesLeft={counts.buckets.failed === 0}
      nowMs={live.pulse.nowMs}
      choices={
        hasControl ? (
          <ButtonRow>
            <Button size="small" disabledReason={cutOff} onClick={() => onAsk({ act: "resume" })}>
              Resume with a reason…
            </Button>
            <Button size="small" disabledReason={cutOff ?? noRetry} onClick={() => onAsk({ act: "retry-and-resume" })}>
              Retry failed and resume…
            </Button>
            <RollBack {...props} size="small" />
            <Button
              size="small"
              variant="quiet-danger"
              disabledReason={cutOff ?? refusalOf("cancel", deployment)}
              onClick={() => onAsk({ act: "cancel" })}
            >
              Cancel the rest…
            </Button>
          </ButtonRow>
        ) : null
      }
    />
  );
}

function DeviceName({ scope, deviceId }: { readonly scope: Scope; readonly deviceId: DeviceId }) {
  const { data } = useQuery(deviceQueries.one(scope, deviceId));
  return <BidiText text={data?.name ?? "one device"} maxLength={60} />;
}
