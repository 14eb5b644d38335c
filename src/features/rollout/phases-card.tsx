import styled from "@emotion/styled";
import type { Deployment } from "#domain/deployment.ts";
import type { PhaseProgress } from "#domain/phase-progress.ts";
import { openPhaseOf } from "#domain/rollout-sentence-phase.ts";
import { Card } from "#ui/card.tsx";
import { formatCount } from "#ui/format.ts";
import { ink } from "#ui/theme/tokens.ts";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";
import { phaseStateText } from "./gate-words.ts";
import { Ramp } from "./ramp.tsx";

export type PhasesCardProps = {
  readonly deployment: Pick<Deployment, "state" | "plan">;
  readonly phases: readonly PhaseProgress[];
  readonly nowMs: number;
};

/** The phases of a rollout as a slope, and as a table for who cannot see it. */
export function PhasesCard(props: PhasesCardProps) {
  const open = openPhaseOf(props.phases);
  return (
    <Card
      title="Phases"
      actions={
        open === undefined ? null : (
          <Slots>
            <b>{formatCount(open.inFlight)}</b> of at most {formatCount(open.maxInFlight)} updating at once
          </Slots>
        )
      }
    >
      <Ramp {...props} />
      <VisuallyHidden as="div">
        <PhaseTable {...props} />
      </VisuallyHidden>
    </Card>
  );
}

function PhaseTable({ deployment: { state, plan }, phases, nowMs }: PhasesCardProps) {
  return (
    <table aria-label="Phases of this rollout">
      <thead>
        <tr>
          <th scope="col">Phase</th>
          <th scope="col">Devices</th>
          <th scope="col">Done</th>
          <th scope="col">State</th>
          <th scope="col">On the way</th>
        </tr>
      </thead>
      <tbody>
        {phases.map((phase) => {
          const { index, name, size, added, counts, inFlight, maxInFlight } = phase;
          const rule = plan.phases[index];
          const ended = counts.succeeded + counts.failed + counts.cancelled;
          return (
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>
                {formatCount(added)}, up to {formatCount(size)} in all
              </td>
              <td>
                {formatCount(ended)} of {formatCount(added)}, {formatCount(counts.failed)} failed
              </td>
              <td>{rule === undefined ? phase.state : phaseStateText({ phase, rule, state, nowMs })}</td>
              <td>
                {formatCount(inFlight)} of at most {formatCount(maxInFlight)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const Slots = styled.span({ fontSize: 12, color: ink.third, "& > b": { color: ink.first } });
