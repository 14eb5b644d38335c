import styled from "@emotion/styled";
import { useQuery } from "@tanstack/react-query";
import type { ApiError } from "#api/error.ts";
import { rolloutQueries } from "#api/rollout.ts";
import type { CohortId, DeploymentId, DeviceId, Scope } from "#domain/ids.ts";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { SkeletonBlock } from "#ui/skeleton.tsx";
import { fonts, ink } from "#ui/theme/tokens.ts";
import { lastLines } from "./last-lines.ts";

/** Lines of a log that are shown; all of them can be copied. */
const SHOWN_LINES = 200;

type TargetLogProps = {
  readonly scope: Scope;
  readonly cohortId: CohortId;
  readonly deploymentId: DeploymentId;
  readonly deviceId: DeviceId;
};

/** What the device wrote while it was updated, its newest lines. */
export function TargetLog({ scope, cohortId, deploymentId, deviceId }: TargetLogProps) {
  const log = useQuery(rolloutQueries.log(scope, cohortId, deploymentId, deviceId));
  return (
    <Part aria-labelledby="device-log">
      <div className="head">
        <h3 id="device-log">Log</h3>
        {log.data === undefined || log.data === "" ? null : <CopyButton text={log.data} label="Copy the log" />}
      </div>
      {log.data === undefined ? <Missing error={log.error} refetch={log.refetch} /> : <Lines text={log.data} />}
    </Part>
  );
}

type MissingProps = { readonly error: ApiError | null; readonly refetch: () => Promise<unknown> };

function Missing({ error, refetch }: MissingProps) {
  if (error === null) return <SkeletonBlock height={72} />;
  return (
    <p className="quiet">
      {error.message} {/* A failure shows where this button stands. */}
      <Button size="small" icon="refresh" onClick={() => void refetch()}>
        Try again
      </Button>
    </p>
  );
}

function Lines({ text }: { readonly text: string }) {
  if (text === "") return <p className="quiet">The device has written nothing.</p>;
  const { shown, hidden } = lastLines(text, SHOWN_LINES);
  return (
    <>
      {hidden > 0 ? <p className="quiet">{hidden} earlier lines are in the copy.</p> : null}
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <pre tabIndex={0} aria-label="Log of the device">
        <bdi>{shown}</bdi>
      </pre>
    </>
  );
}

const Part = styled.section({
  display: "grid",
  gap: 4,
  minWidth: 0,
  "& > .head": { display: "flex", justifyContent: "space-between", alignItems: "center", minHeight: 28 },
  "& h3": { fontSize: 13 },
  "& .quiet": { fontSize: 13, color: ink.third },
  "& pre": {
    margin: 0,
    padding: "8px 10px",
    maxHeight: 220,
    overflow: "auto",
    borderRadius: 6,
    background: ink.sunken,
    fontFamily: fonts.code,
    fontSize: 11,
    lineHeight: "16px",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
});
