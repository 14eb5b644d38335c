import styled from "@emotion/styled";
import { worldNowMs } from "#api/client.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { DataTable } from "#ui/data-table.tsx";
import type { Column } from "#ui/data-table.tsx";
import { LiveTime } from "#ui/live-time.tsx";
import { Chip } from "#ui/state-chip.tsx";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { MainStar, VersionText } from "#ui/version-text.tsx";
import { PagePart } from "./page-part.tsx";
import type { DeviceView } from "./use-device.ts";
import { reportText, standingText } from "./wanted.ts";
import type { Standing, WantedRow } from "./wanted.ts";

const faces = {
  there: { icon: "succeeded", tone: "succeeded" },
  differs: { icon: "notEqual", tone: "caution" },
  unknown: { icon: "pending", tone: "pending" },
  kept: { icon: "dash", tone: "neutral" },
} as const satisfies Record<Standing, { icon: string; tone: string }>;

/** What the device should run beside what it says it runs, package by package. */
export function WantedCard({ view }: { readonly view: DeviceView }) {
  const { rows, mainPackageId, active } = view;
  return (
    <PagePart title="Wanted and running">
      {rows.length === 0 ? (
        <Quiet>
          {active === undefined
            ? "Nothing is wanted of it, and it has not reported what it runs."
            : "It has reported nothing."}
        </Quiet>
      ) : (
        <DataTable
          label="Wanted and running"
          columns={columnsOf(mainPackageId, active !== undefined)}
          rows={rows}
          rowKey={({ packageId }) => packageId}
        />
      )}
    </PagePart>
  );
}

function columnsOf(mainPackageId: DeviceView["mainPackageId"], hasDeployment: boolean): readonly Column<WantedRow>[] {
  return [
    {
      key: "package",
      header: "Package",
      identity: true,
      phone: "top-left",
      cell: ({ packageId }) => (
        <>
          <BidiText text={packageId} maxLength={40} /> {packageId === mainPackageId ? <MainStar /> : null}
        </>
      ),
    },
    {
      key: "wanted",
      header: "Wanted",
      phone: "bottom-right",
      cell: ({ wanted }) =>
        wanted === undefined ? (
          <Quiet>–</Quiet>
        ) : (
          <>
            <OnPhones>wanted </OnPhones>
            <VersionText version={wanted} />
          </>
        ),
    },
    {
      key: "running",
      header: "Running",
      phone: "top-right",
      cell: ({ running }) =>
        running === undefined ? (
          <Quiet>unknown</Quiet>
        ) : (
          <>
            <OnPhones>runs </OnPhones>
            <VersionText version={running} />
          </>
        ),
    },
    {
      key: "standing",
      header: "Standing",
      wrap: true,
      phone: "bottom-left",
      cell: (row) => (
        <Chip icon={faces[row.standing].icon} tone={faces[row.standing].tone}>
          {standingText(row, hasDeployment)}
        </Chip>
      ),
    },
    {
      key: "report",
      header: "Last report",
      wrap: true,
      cell: ({ report }) =>
        report === undefined ? (
          <Quiet>never</Quiet>
        ) : (
          <span>
            <BidiText text={reportText(report)} maxLength={120} />{" "}
            <Quiet>
              <LiveTime atMs={report.atMs} readMs={worldNowMs} />
            </Quiet>
          </span>
        ),
    },
  ];
}

const Quiet = styled.span({ color: ink.third });
// There is no column header there.
const OnPhones = styled.span({ display: "none", color: ink.third, [upTo.phone]: { display: "inline" } });
