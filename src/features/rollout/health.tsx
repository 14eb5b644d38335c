import { openPhaseOf } from "#domain/rollout-sentence-phase.ts";
import { paths } from "#navigation/paths.ts";
import { Button, ButtonRow } from "#ui/button.tsx";
import { FramedPart, Parts } from "./framed-part.tsx";
import { FuseCard } from "./fuse-card.tsx";
import { HaltedCard } from "./halted-card.tsx";
import { PhasesCard } from "./phases-card.tsx";
import { canHalt } from "./plan-facts.ts";
import { RollBack, type RolloutControlsProps } from "./rollout-controls.tsx";
import { refusalOf } from "./rollout-acts.ts";
import { retriedCount } from "./act-text.ts";
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
  if (!hasPhases && !hasFuses) return null;
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
            <Halted {...props} />
          ) : (
            <FuseCard fuses={fuses} rules={plan.halt} openPhase={openPhaseOf(phases)?.index ?? 0} />
          )}
        </FramedPart>
      ) : null}
    </Parts>
  );
}

function Halted(props: HealthProps) {
  const { scope, cohort, deployment, cutOff, live, hasControl, onAsk } = props;
  const { halt, plan, id, counts } = deployment;
  if (halt === undefined) return null;
  const noRetry = retriedCount(counts) === 0 ? "No device has failed." : undefined;
  return (
    <HaltedCard
      halt={halt}
      phaseName={plan.phases.length > 1 ? plan.phases[halt.phase]?.name : undefined}
      deviceTo={halt.deviceId && paths.target(scope.projectId, cohort.id, id, halt.deviceId)}
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
