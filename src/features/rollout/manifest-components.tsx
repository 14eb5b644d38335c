import styled from "@emotion/styled";
import type { Manifest, ManifestComponent } from "#domain/manifest.ts";
import type { PackageId } from "#domain/ids.ts";
import { CopyButton } from "#ui/copy-button.tsx";
import { DataTable, type Column } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { formatBytes, formatCount, formatHashHead } from "#ui/format.ts";
import { MainStar, VersionText } from "#ui/version-text.tsx";

type ManifestComponentsProps = { readonly manifest: Manifest; readonly mainPackageId: PackageId | undefined };

/** The files that a device is told to run. */
export function ManifestComponents({ manifest, mainPackageId }: ManifestComponentsProps) {
  return (
    <DataTable
      label="Components of the manifest"
      columns={columnsOf(mainPackageId)}
      rows={manifest.components}
      rowKey={({ packageId }) => packageId}
      empty={<EmptyState drawing="packages">The device is told nothing: it keeps what it has.</EmptyState>}
    />
  );
}

function columnsOf(mainPackageId: PackageId | undefined): readonly Column<ManifestComponent>[] {
  return [
    {
      key: "package",
      header: "Package",
      identity: true,
      phone: "top-left",
      cell: ({ packageId }) => (
        <>
          <bdi>{packageId}</bdi> {packageId === mainPackageId ? <MainStar /> : null}
        </>
      ),
    },
    { key: "version", header: "Version", phone: "top-right", cell: ({ version }) => <VersionText version={version} /> },
    {
      key: "size",
      header: "Size",
      align: "end",
      phone: "bottom-left",
      cell: ({ sizeBytes }) => <span title={`${formatCount(sizeBytes)} bytes`}>{formatBytes(sizeBytes)}</span>,
    },
    { key: "type", header: "Type", phone: "bottom-right", cell: ({ type }) => type },
    {
      key: "hash",
      header: "SHA-256",
      cell: ({ hash, packageId }) => (
        <Copyable>
          <code title={hash}>{formatHashHead(hash)}</code>
          <CopyButton text={hash} label={`Copy the hash of ${packageId}`} />
        </Copyable>
      ),
    },
    { key: "uri", header: "Address", wrap: true, cell: ({ uri }) => <code>{uri}</code> },
  ];
}

const Copyable = styled.span({ display: "inline-flex", alignItems: "center", gap: 4 });
