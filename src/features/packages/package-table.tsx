import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { worldNowMs } from "#api/client.ts";
import { countText } from "#domain/counts.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { DataTable } from "#ui/data-table.tsx";
import type { Column } from "#ui/data-table.tsx";
import { LiveTime } from "#ui/live-time.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { Chip } from "#ui/state-chip.tsx";
import { MainStar, VersionText } from "#ui/version-text.tsx";
import type { PackageSummary } from "./package-summary.ts";
import { usageText } from "./package-words.ts";

export type PackageTableProps = { readonly packages: readonly PackageSummary[]; readonly empty: ReactNode };

/** One line a package: what it is, its newest version, whether deployments use it. */
export function PackageTable({ packages, empty }: PackageTableProps) {
  const projectId = useProjectId();
  return (
    <DataTable
      label="Packages"
      columns={packages.some(isUseKnown) ? [...columns, inUseColumn] : columns}
      rows={packages}
      rowKey={({ about }) => about.id}
      rowHeight={52}
      rowTo={({ about }) => paths.package(projectId, about.id)}
      empty={empty}
    />
  );
}

const columns: readonly Column<PackageSummary>[] = [
  {
    key: "package",
    header: "Package",
    identity: true,
    phone: "top-left",
    cell: ({ about }) => (
      <Name>
        <BidiText text={about.id} maxLength={64} /> {about.main ? <MainStar /> : null}
      </Name>
    ),
  },
  {
    key: "description",
    header: "Description",
    wrap: true,
    cell: ({ about }) =>
      about.description === "" ? <Muted>–</Muted> : <BidiText text={about.description} maxLength={140} />,
  },
  {
    key: "versions",
    header: "Versions",
    align: "end",
    phone: "hidden",
    cell: ({ versionCount }) => countText(versionCount),
  },
  {
    key: "newest",
    header: "Newest version",
    phone: "top-right",
    cell: ({ newest }) => {
      if (newest === undefined) return <Muted>none yet</Muted>;
      if (newest.yanked === undefined) return <VersionText version={newest.version} />;
      return (
        <Yanked>
          <VersionText version={newest.version} look="struck" />
          <Chip icon="cancelled" tone="caution">
            All yanked
          </Chip>
        </Yanked>
      );
    },
  },
  {
    key: "uploaded",
    header: "Uploaded",
    phone: "bottom-right",
    cell: ({ newest }) =>
      newest === undefined ? null : (
        <Muted>
          <LiveTime atMs={newest.createdAtMs} readMs={worldNowMs} />
        </Muted>
      ),
  },
];

const inUseColumn: Column<PackageSummary> = {
  key: "use",
  header: "In use",
  phone: "bottom-left",
  cell: (summary) =>
    summary.usedVersionCount === 0 ? <Muted>{usageText(summary)}</Muted> : <span>{usageText(summary)}</span>,
};

function isUseKnown({ usedVersionCount }: PackageSummary): boolean {
  return usedVersionCount !== undefined;
}

const Name = styled.span({ overflowWrap: "anywhere" });
const Yanked = styled.span({ display: "inline-flex", flexWrap: "wrap", gap: "0 8px" });
const Muted = styled.span({ color: ink.third });
