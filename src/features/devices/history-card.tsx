import styled from "@emotion/styled";
import { useState } from "react";
import { useHas } from "#api/capabilities.ts";
import { worldNowMs } from "#api/client.ts";
import { countText } from "#domain/counts.ts";
import type { DevicePastTarget } from "#domain/device-history.ts";
import { comparePackages } from "#domain/composition.ts";
import type { Scope } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button } from "#ui/button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import type { Column } from "#ui/data-table.tsx";
import { LiveTime } from "#ui/live-time.tsx";
import { StateChip } from "#ui/state-chip.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { VersionStep } from "#ui/version-text.tsx";
import { PagePart } from "./page-part.tsx";
import type { DeviceView } from "./use-device.ts";

/** Deployments shown at first. */
const SHOWN = 20;
/** A table never mounts more rows than this. */
const SHOWN_AT_MOST = 100;

/** What the device went through, deployment by deployment. */
export function HistoryCard({ scope, view }: { readonly scope: Scope; readonly view: DeviceView }) {
  const { device, history, historyProblem, mainPackageId } = view;
  const [all, setAll] = useState(false);
  if (!useHas("targets")) return null;
  if (historyProblem !== undefined) {
    return (
      <PagePart title="History">
        <Quiet>{historyProblem}</Quiet>
      </PagePart>
    );
  }
  const hidden = all || history === undefined ? 0 : Math.max(0, history.length - SHOWN);
  return (
    <PagePart title="History">
      {history?.length === 0 ? (
        <Quiet>Nothing was ever deployed to this device.</Quiet>
      ) : (
        <DataTable
          label="History"
          columns={columnsOf(mainPackageId)}
          rows={history?.slice(0, all ? SHOWN_AT_MOST : SHOWN)}
          loadingRows={3}
          rowKey={({ deploymentId }) => deploymentId}
          rowTo={({ cohortId, deploymentId }) => paths.target(scope.projectId, cohortId, deploymentId, device.id)}
        />
      )}
      {hidden === 0 ? null : (
        <Button size="small" variant="quiet" onClick={() => setAll(true)}>
          Show {countText(Math.min(hidden, SHOWN_AT_MOST - SHOWN))} older
        </Button>
      )}
    </PagePart>
  );
}

function columnsOf(mainPackageId: DeviceView["mainPackageId"]): readonly Column<DevicePastTarget>[] {
  const inOrder = comparePackages(mainPackageId);
  return [
    {
      key: "deployment",
      header: "Deployment",
      identity: true,
      wrap: true,
      phone: "top-left",
      cell: ({ deploymentName }) => <BidiText text={deploymentName} maxLength={60} />,
    },
    {
      key: "state",
      header: "State",
      phone: "bottom-left",
      cell: ({ bucket, substate }) => <StateChip bucket={bucket} substate={substate} />,
    },
    {
      key: "packages",
      header: "Packages",
      wrap: true,
      phone: "foot-left",
      cell: ({ packages }) => (
        <Steps>
          {packages
            .toSorted((a, b) => inOrder(a.packageId, b.packageId))
            .map(({ packageId, from, to }) => (
              <li key={packageId}>
                <BidiText text={packageId} maxLength={32} /> <VersionStep from={from} to={to} />
              </li>
            ))}
        </Steps>
      ),
    },
    {
      key: "cohort",
      header: "Cohort",
      wrap: true,
      tablet: "hidden",
      phone: "foot-right",
      cell: ({ cohortName }) => <BidiText text={cohortName} maxLength={40} />,
    },
    {
      key: "since",
      header: "Since",
      phone: "top-right",
      cell: ({ sinceMs }) => (
        <Quiet>
          <LiveTime atMs={sinceMs} readMs={worldNowMs} />
        </Quiet>
      ),
    },
  ];
}

const Quiet = styled.span({ fontSize: 13, color: ink.third });
const Steps = styled.ul({
  margin: 0,
  padding: 0,
  listStyle: "none",
  color: ink.third,
  "& > li > span": { color: ink.first },
});
