import { worldNowMs } from "#api/client.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { HistoryRow as Row } from "#domain/deployment-history.ts";
import type { DeploymentId } from "#domain/ids.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { LinkButton } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { formatSequenceTail } from "#ui/format.ts";
import { Link } from "#ui/link.tsx";
import { LiveTime } from "#ui/live-time.tsx";
import { StackedBar } from "#ui/stacked-bar.tsx";
import { ActiveBadge } from "#ui/state-chip.tsx";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";
import { HistoryTrack } from "./history-track.tsx";
import { landingWords } from "./landing-words.ts";

export type HistoryRowProps = {
  readonly row: Row<Deployment>;
  /** Counts from 1, the row of headers included. */
  readonly rowIndex: number;
  readonly active: boolean;
  readonly showLanding: boolean;
  readonly showSequence: boolean;
  readonly rolloutPath: (deploymentId: DeploymentId) => string;
  readonly rollbackPath: (deploymentId: DeploymentId) => string;
};

/** One deployment: what it is, what it moved, who started it when, and the way back to it. */
export function HistoryRow({ row, rowIndex, active, ...links }: HistoryRowProps) {
  const { deployment, cells } = row;
  const { id, name, createdAtMs, startedAtMs, createdBy, sequenceNumber, state } = deployment;
  return (
    <tr aria-rowindex={rowIndex} className={active ? "active" : ""}>
      <th scope="row" className="identity">
        <span className="name">
          <Link to={links.rolloutPath(id)} title={name}>
            <BidiText text={name} />
          </Link>
          {active ? <ActiveBadge /> : null}
        </span>
        {links.showLanding ? (
          <span className="under">
            {deployment.counts.total === 0 ? null : <StackedBar counts={deployment.counts} />}
            <span className="words" title={landingWords(deployment)}>
              {landingWords(deployment)}
            </span>
          </span>
        ) : null}
      </th>
      {cells.map((cell) => (
        <td key={cell.change.packageId} className="track">
          <HistoryTrack cell={cell} active={active} />
        </td>
      ))}
      <td>
        {state === "scheduled" || state === "queued" ? (
          "not yet"
        ) : (
          <LiveTime atMs={startedAtMs ?? createdAtMs} readMs={worldNowMs} />
        )}
        {createdBy === undefined ? null : (
          <span className="under">
            <VisuallyHidden>by </VisuallyHidden>
            <span className="words" title={createdBy}>
              <BidiText text={createdBy} />
            </span>
          </span>
        )}
      </td>
      {links.showSequence ? (
        <td className="end">{sequenceNumber === undefined ? null : <SequenceNumber value={sequenceNumber} />}</td>
      ) : null}
      <td className="end">
        {active ? null : (
          <LinkButton variant="quiet" size="small" to={links.rollbackPath(id)}>
            Roll back<VisuallyHidden> to this: {name}</VisuallyHidden>
          </LinkButton>
        )}
      </td>
    </tr>
  );
}

function SequenceNumber({ value }: { readonly value: bigint }) {
  return (
    <span className="sequence">
      <span title={String(value)} aria-hidden="true">
        {formatSequenceTail(value)}
      </span>
      <VisuallyHidden>{String(value)}</VisuallyHidden>
      <CopyButton text={String(value)} label={`Copy sequence number ${value}`} />
    </span>
  );
}
