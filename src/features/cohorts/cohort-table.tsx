import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { useHas } from "#api/capabilities.ts";
import { worldNowMs } from "#api/client.ts";
import type { Cohort, CohortSort } from "#domain/cohort.ts";
import { COHORT_SORTS } from "#domain/cohort.ts";
import { countText } from "#domain/counts.ts";
import type { ProjectId } from "#domain/ids.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { DataTable } from "#ui/data-table.tsx";
import type { Column } from "#ui/data-table.tsx";
import { Link } from "#ui/link.tsx";
import { LiveTime } from "#ui/live-time.tsx";
import { StackedBar } from "#ui/stacked-bar.tsx";
import { Chip, DeploymentStateChip } from "#ui/state-chip.tsx";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { sortWords } from "./cohort-list-search.ts";
import { progressWords } from "./progress-words.ts";

export type CohortTableProps = {
  readonly cohorts: readonly Cohort[];
  readonly sort: CohortSort;
  readonly onSort: (sort: CohortSort) => void;
  readonly busy: boolean;
  readonly empty: ReactNode;
};

/** One line a cohort: what runs on it since when, and how far it has landed. */
export function CohortTable({ cohorts, sort, onSort, busy, empty }: CohortTableProps) {
  const projectId = useProjectId();
  const showLanding = useHas("targets");
  return (
    <DataTable
      label="Cohorts"
      columns={columnsOf(projectId, showLanding)}
      rows={cohorts}
      rowKey={({ id }) => id}
      rowHeight={52}
      rowTo={({ id }) => paths.cohort(projectId, id)}
      sort={{
        value: sort,
        otherLabel: sortWords.trouble,
        onChange: (value) => onSort(COHORT_SORTS.find((known) => known === value) ?? "trouble"),
      }}
      phones="lines-early"
      busy={busy}
      empty={empty}
    />
  );
}

function columnsOf(projectId: ProjectId, showLanding: boolean): readonly Column<Cohort>[] {
  const landing = [runsColumn(projectId), stateColumn, progressColumn, sinceColumn];
  return [nameColumn, devicesColumn, ...(showLanding ? landing : [])];
}

const nameColumn: Column<Cohort> = {
  key: "cohort",
  header: "Cohort",
  width: "19%",
  identity: true,
  wrap: true,
  phone: "top-left",
  sort: { ascending: "name", descending: "-name" },
  cell: ({ name }) => <BidiText text={name} />,
};

const devicesColumn: Column<Cohort> = {
  key: "devices",
  header: "Devices",
  align: "end",
  phone: "top-right",
  sort: { ascending: "devices", descending: "-devices", first: "descending" },
  cell: ({ deviceCount }) => countText(deviceCount),
};

const stateColumn: Column<Cohort> = {
  key: "state",
  header: "State",
  width: "21%",
  wrap: true,
  phone: "bottom-right",
  cell: ({ activeDeployment, frozen }) => (
    <States>
      {activeDeployment === undefined ? (
        <Chip icon="pending" tone="pending">
          Nothing deployed yet
        </Chip>
      ) : (
        <DeploymentStateChip state={activeDeployment.state} settled={activeDeployment.settled} />
      )}
      {frozen === undefined ? null : (
        <Chip icon="frozen" tone="caution">
          Frozen
        </Chip>
      )}
    </States>
  ),
};

const progressColumn: Column<Cohort> = {
  key: "progress",
  header: "Progress",
  width: "27%",
  wrap: true,
  phone: "foot-left",
  cell: ({ activeDeployment }) =>
    activeDeployment === undefined || activeDeployment.counts.total === 0 ? null : (
      <Progress>
        <StackedBar counts={activeDeployment.counts} />
        <span>{progressWords(activeDeployment.counts)}</span>
      </Progress>
    ),
};

function runsColumn(projectId: ProjectId): Column<Cohort> {
  return {
    key: "runs",
    header: "Runs",
    width: "17%",
    wrap: true,
    phone: "bottom-left",
    cell: ({ id, activeDeployment }) =>
      activeDeployment === undefined ? (
        <Muted>–</Muted>
      ) : (
        <RunsLink to={paths.rollout(projectId, id, activeDeployment.id)}>
          <BidiText text={activeDeployment.name} />
        </RunsLink>
      ),
  };
}

const sinceColumn: Column<Cohort> = {
  key: "since",
  header: "Since",
  phone: "foot-right",
  sort: { ascending: "started", descending: "-started", first: "descending" },
  cell: ({ activeDeployment }) =>
    activeDeployment === undefined ? null : (
      <Muted>
        <LiveTime atMs={activeDeployment.startedAtMs} readMs={worldNowMs} />
      </Muted>
    ),
};

const States = styled.span({ display: "inline-flex", flexWrap: "wrap", gap: "2px 12px" });
const RunsLink = styled(Link)({ display: "inline-block", padding: "2px 0", color: ink.first });
const Muted = styled.span({ color: ink.third });
const Progress = styled.span({
  [upTo.phone]: { "& > div.small": { width: 72 } },
  display: "inline-flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "0 12px",
  color: ink.second,
});
