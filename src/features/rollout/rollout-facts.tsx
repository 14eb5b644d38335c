import styled from "@emotion/styled";
import type { ReactNode } from "react";
import type { Deployment } from "#domain/deployment.ts";
import type { CohortId, DeploymentId, ProjectId } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { formatSequenceTail } from "#ui/format.ts";
import { Link } from "#ui/link.tsx";
import { RelativeTime } from "#ui/relative-time.tsx";
import { canHalt, planName } from "./plan-names.ts";
import { ink } from "#ui/theme/tokens.ts";

/** Where the plan stands on the page. */
export const PLAN_ID = "plan";

type RolloutFactsProps = {
  readonly projectId: ProjectId;
  readonly cohortId: CohortId;
  readonly deployment: Deployment;
  /** Names of other deployments of the cohort, as far as they are at hand. */
  readonly nameOf: (id: DeploymentId) => string | undefined;
  readonly manifestTo: string | undefined;
  readonly nowMs: number;
  /** The backend tells of plans, and the page shows this one further down. */
  readonly hasPlans?: boolean;
  /** Stands at the end of the line. */
  readonly children?: ReactNode;
};

/** When, by whom, under which number, from where; then the notes. */
export function RolloutFacts(props: RolloutFactsProps) {
  const { projectId, cohortId, deployment, nameOf, manifestTo, nowMs, hasPlans = false, children } = props;
  const { createdAtMs, startedAtMs, createdBy, sequenceNumber, origin, notes, plan, state } = deployment;
  const other = (id: DeploymentId) => (
    <Link to={paths.rollout(projectId, cohortId, id)}>
      <BidiText text={nameOf(id) ?? "an earlier deployment"} maxLength={60} />
    </Link>
  );
  return (
    <Box>
      <Facts>
        <li>
          {state === "scheduled" || state === "queued" ? "Created" : "Started"}{" "}
          <RelativeTime atMs={startedAtMs ?? createdAtMs} nowMs={nowMs} />
          {createdBy === undefined ? null : (
            <>
              {" "}
              by <BidiText text={createdBy} maxLength={60} />
            </>
          )}
        </li>
        {hasPlans ? (
          <li>
            <Link to={`#${PLAN_ID}`}>{planName(plan.preset)}</Link>
            {canHalt(plan.halt) ? null : ": it never halts by itself"}
          </li>
        ) : null}
        {origin === undefined ? null : (
          <li>
            Rolls back {other(origin.rollbackOf)} to {other(origin.to)}
          </li>
        )}
        {sequenceNumber === undefined ? null : (
          <li>
            Sequence <code title={String(sequenceNumber)}>{formatSequenceTail(sequenceNumber)}</code>
            <CopyButton text={String(sequenceNumber)} label="Copy sequence number" />
          </li>
        )}
        {/* Before its start it tells devices nothing. */}
        {manifestTo === undefined || sequenceNumber === undefined ? null : (
          <li>
            <Link to={manifestTo}>Manifest</Link>
          </li>
        )}
        {children === undefined ? null : <li className="end">{children}</li>}
      </Facts>
      {notes === undefined || notes === "" ? null : (
        <Notes>
          <BidiText text={notes} maxLength={2_000} />
        </Notes>
      )}
    </Box>
  );
}

/** Belongs to the sentence above it. */
const Box = styled.div({ display: "grid", gap: 4, marginTop: -16, minWidth: 0 });

const Facts = styled.ul({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "0 18px",
  fontSize: 13,
  color: ink.third,
  "& > li": { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: "0 4px", minHeight: 28 },
  "& > li > a": { padding: "2px 0" },
  "& > .end": { marginLeft: "auto" },
});

const Notes = styled.p({
  maxWidth: "76ch",
  maxHeight: 84,
  overflowY: "auto",
  paddingLeft: 10,
  borderLeft: `2px solid ${ink.line}`,
  color: ink.second,
  fontSize: 13,
  whiteSpace: "pre-line",
  overflowWrap: "anywhere",
});
