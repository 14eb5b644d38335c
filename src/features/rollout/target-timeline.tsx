import styled from "@emotion/styled";
import { capitalised } from "#lib/capitalised.ts";
import type { Attempt, TargetRow } from "#domain/target.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { formatDuration } from "#ui/format.ts";
import { bucketFaces } from "#ui/state-words.ts";
import { SUBSTATE_WORDS } from "#domain/substate-words.ts";
import { ink } from "#ui/theme/tokens.ts";
import { Timeline } from "#ui/timeline.tsx";
import { timelineOf, type TimelineStep } from "./timeline.ts";

type TargetTimelineProps = {
  readonly target: Pick<TargetRow, "substate"> & { readonly attempts: readonly Attempt[] };
  readonly nowMs: number;
};

/** The life of a device in this deployment, newest first; attempts are told apart when there are several. */
export function TargetTimeline({ target, nowMs }: TargetTimelineProps) {
  const attempts = timelineOf(target.attempts);
  if (attempts.length === 0) return <Quiet>It was never offered this deployment.</Quiet>;
  return (
    <Attempts>
      {attempts.map(({ number, steps }, index) => (
        <section key={number} aria-label={`Attempt ${number}`}>
          {attempts.length > 1 ? <h4>Attempt {number}</h4> : null}
          <Timeline
            label={`Steps of attempt ${number}`}
            nowMs={nowMs}
            items={steps.map((step, at) => ({
              key: `${step.atMs} ${step.substate} ${at}`,
              label: capitalised(SUBSTATE_WORDS[step.substate]),
              atMs: step.atMs,
              // What is over without trouble needs no colour.
              ...(at === 0 && (index === 0 || step.bucket === "failed") ? { tone: bucketFaces[step.bucket].tone } : {}),
              ...noteOf(step),
            }))}
          />
        </section>
      ))}
    </Attempts>
  );
}

function noteOf({ note, tookMs }: TimelineStep) {
  if (note === undefined && tookMs === undefined) return {};
  return {
    note: (
      <>
        {note === undefined ? null : <BidiText text={note} />}
        {note !== undefined && tookMs !== undefined ? " · " : null}
        {tookMs === undefined ? null : `for ${formatDuration(tookMs)}`}
      </>
    ),
  };
}

const Attempts = styled.div({
  display: "grid",
  gap: 10,
  "& h4": { margin: "0 0 6px", fontSize: 12, fontWeight: 500, color: ink.third },
});

const Quiet = styled.p({ fontSize: 13, color: ink.third });
