import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { haltFigure, haltFinding } from "#domain/halt-words.ts";
import type { Halt } from "#domain/phase-progress.ts";
import { Card } from "#ui/card.tsx";
import { formatInstant } from "#ui/format.ts";
import { Icon } from "#ui/icon.tsx";
import { Link } from "#ui/link.tsx";
import { RelativeTime } from "#ui/relative-time.tsx";
import { ink } from "#ui/theme/tokens.ts";

export type HaltedCardProps = {
  readonly halt: Halt;
  /** "2 of 3", the phase it halted in; absent where there is one phase only. */
  readonly phase: string | undefined;
  /** The device whose end made it so. */
  readonly device: { readonly name: ReactNode; readonly to: string } | undefined;
  /** The devices that failed are not given up: they wait for another attempt. */
  readonly triesLeft: boolean;
  readonly nowMs: number;
  /** What an operator can do now. */
  readonly choices: ReactNode;
};

/** What stopped the rollout by itself: rule, value and limit, device, time; then the choices. It stands where the fuses were. */
export function HaltedCard({ halt, phase, device, triesLeft, nowMs, choices }: HaltedCardProps) {
  return (
    <Box>
      <Card
        title={
          <>
            <Icon name="failed" size={12} /> Halted by its plan
          </>
        }
        actions={
          <span className="when" title={formatInstant(halt.atMs)}>
            <RelativeTime atMs={halt.atMs} nowMs={nowMs} />
          </span>
        }
      >
        <p>
          <b>{haltFinding(halt)}.</b> The plan halts at {haltFigure(halt.rule, halt.threshold)}.
          {phase === undefined ? null : ` It was in phase ${phase}.`}{" "}
          {device === undefined ? null : (
            <>
              Last to fail:{" "}
              <Link to={device.to} keepScroll>
                {device.name}
              </Link>
              .
            </>
          )}
        </p>
        <p className="second">
          No device is offered it; devices on their way go on.
          {triesLeft ? " What failed has tries left and goes on when the rollout does." : null}
        </p>
        {choices}
      </Card>
    </Box>
  );
}

const Box = styled.div({
  height: "100%",
  minHeight: "inherit",
  fontSize: 13,
  lineHeight: "20px",
  "&& > section::after": { display: "none" },
  "&& > section": {
    display: "grid",
    alignContent: "start",
    gap: 8,
    background: ink.failedWash,
    borderColor: `color-mix(in srgb, ${ink.failed} 35%, transparent)`,
  },
  "&& > section > .head": { marginBottom: 0 },
  "& h2": { display: "inline-flex", alignItems: "center", gap: 8, color: ink.failed },
  "& .when": { fontSize: 12, color: ink.second },
  "& .second": { color: ink.second },
});
