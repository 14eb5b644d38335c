import styled from "@emotion/styled";
import { useState } from "react";
import { useHas } from "#api/capabilities.ts";
import { worldNowMs } from "#api/client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import type { Artifact } from "#domain/artifact.ts";
import type { Blueprint } from "#domain/blueprint.ts";
import type { Tag } from "#domain/tag.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { DataTable } from "#ui/data-table.tsx";
import type { Column } from "#ui/data-table.tsx";
import { formatBytes, formatHashHead } from "#ui/format.ts";
import { LiveTime } from "#ui/live-time.tsx";
import { Chip } from "#ui/state-chip.tsx";
import { TagChip, TagRow } from "#ui/tag-chip.tsx";
import { fonts, ink } from "#ui/theme/tokens.ts";
import { VersionText } from "#ui/version-text.tsx";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";
import { DeleteArtifactDialog } from "./delete-artifact-dialog.tsx";
import { keptReason, usedByText } from "./package-words.ts";
import { YankDialog } from "./yank-dialog.tsx";

export type VersionTableProps = {
  /** The newest version first. */
  readonly artifacts: readonly Artifact[];
  readonly blueprints: readonly Blueprint[];
  readonly tags: readonly Tag[];
  /** The version that the address points to. */
  readonly version: string;
};

type OpenDialog = { readonly act: "delete" | "yank"; readonly artifact: Artifact };

/** The files of a package, version by version. */
export function VersionTable({ artifacts, blueprints, tags, version }: VersionTableProps) {
  const [open, setOpen] = useState<OpenDialog>();
  const canYank = useHas("control");
  const cutOff = useWhyNoWrites();
  const close = () => setOpen(undefined);
  return (
    <>
      <DataTable
        label="Versions"
        columns={[
          ...columnsOf(blueprints, tags),
          ...(artifacts.some(({ usedBy }) => usedBy !== undefined) ? [usedColumn] : []),
          actColumn({ cutOff, canYank, onOpen: setOpen }),
        ]}
        rows={artifacts}
        rowKey={({ id }) => id}
        isCurrent={(artifact) => artifact.version === version}
      />
      {open?.act === "delete" ? <DeleteArtifactDialog artifact={open.artifact} onClose={close} /> : null}
      {open?.act === "yank" ? <YankDialog artifact={open.artifact} artifacts={artifacts} onClose={close} /> : null}
    </>
  );
}

function columnsOf(blueprints: readonly Blueprint[], tags: readonly Tag[]): readonly Column<Artifact>[] {
  return [versionColumn, forColumn(blueprints, tags), sizeColumn, typeColumn, hashColumn, createdColumn];
}

const versionColumn: Column<Artifact> = {
  key: "version",
  header: "Version",
  identity: true,
  wrap: true,
  phone: "top-left",
  cell: ({ version, yanked }) => (
    <Version>
      <VersionText version={version} {...(yanked === undefined ? {} : { look: "struck" })} />
      {yanked === undefined ? null : (
        <span className="yanked">
          <Chip icon="cancelled" tone="caution">
            Yanked <LiveTime atMs={yanked.atMs} readMs={worldNowMs} />
          </Chip>
          <span title={yanked.reason}>
            <BidiText text={yanked.reason} maxLength={140} />
          </span>
        </span>
      )}
    </Version>
  ),
};

function forColumn(blueprints: readonly Blueprint[], tags: readonly Tag[]): Column<Artifact> {
  return {
    key: "for",
    header: "For devices",
    wrap: true,
    phone: "foot-left",
    cell: ({ blueprintId, tagIds }) => {
      if (blueprintId === undefined && tagIds.length === 0) return <Muted>any device</Muted>;
      const blueprint = blueprints.find(({ id }) => id === blueprintId);
      return (
        <TagRow>
          {blueprintId === undefined ? null : <BidiText text={blueprint?.name ?? "other hardware"} maxLength={60} />}
          {tagIds.map((tagId) => (
            <TagChip key={tagId} name={tags.find(({ id }) => id === tagId)?.name ?? "another tag"} />
          ))}
        </TagRow>
      );
    },
  };
}

const sizeColumn: Column<Artifact> = {
  key: "size",
  header: "Size",
  align: "end",
  tablet: "hidden",
  phone: "top-right",
  cell: ({ sizeBytes }) => formatBytes(sizeBytes),
};

const typeColumn: Column<Artifact> = {
  key: "type",
  header: "Type",
  tablet: "hidden-early",
  phone: "hidden",
  cell: ({ type }) => (type === "mcuboot" ? "MCUboot" : "plain"),
};

const hashColumn: Column<Artifact> = {
  key: "hash",
  header: "SHA-256",
  tablet: "hidden-early",
  cell: ({ packageId, version, sha256 }) =>
    sha256 === "" ? (
      <Muted>unknown</Muted>
    ) : (
      <Hash>
        <code title={sha256}>{formatHashHead(sha256)}</code>
        <CopyButton text={sha256} label={`Copy the hash of ${packageId} ${version}`} />
      </Hash>
    ),
};

const createdColumn: Column<Artifact> = {
  key: "created",
  header: "Uploaded",
  phone: "bottom-right",
  cell: ({ createdAtMs }) => (
    <Muted>
      <LiveTime atMs={createdAtMs} readMs={worldNowMs} />
    </Muted>
  ),
};

const usedColumn: Column<Artifact> = {
  key: "used",
  header: "Used by",
  phone: "bottom-left",
  cell: ({ usedBy }) => (usedBy === 0 ? <Muted>{usedByText(usedBy)}</Muted> : usedByText(usedBy)),
};

type ActColumnProps = {
  readonly cutOff: string | undefined;
  readonly canYank: boolean;
  readonly onOpen: (dialog: OpenDialog) => void;
};

function actColumn({ cutOff, canYank, onOpen }: ActColumnProps): Column<Artifact> {
  return {
    key: "act",
    header: <VisuallyHidden>Act</VisuallyHidden>,
    align: "end",
    phone: "foot-right",
    cell: (artifact) => (
      <Acts>
        {canYank ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={`${yankLabel(artifact)} ${artifact.packageId} ${artifact.version}`}
            disabledReason={cutOff}
            onClick={() => onOpen({ act: "yank", artifact })}
          >
            {yankLabel(artifact)}
          </Button>
        ) : null}
        <Button
          size="small"
          variant="quiet-danger"
          aria-label={`Delete ${artifact.packageId} ${artifact.version}`}
          disabledReason={keptReason(artifact.usedBy) ?? cutOff}
          onClick={() => onOpen({ act: "delete", artifact })}
        >
          Delete
        </Button>
      </Acts>
    ),
  };
}

function yankLabel({ yanked }: Artifact): string {
  return yanked === undefined ? "Yank" : "Unyank";
}

const Version = styled.span({
  display: "inline-grid",
  gap: 2,
  "& > .yanked": {
    display: "grid",
    gap: 1,
    maxWidth: 320,
    fontSize: 12,
    fontWeight: 400,
    lineHeight: "16px",
    color: ink.second,
    whiteSpace: "normal",
  },
});
const Hash = styled.span({
  display: "inline-flex",
  alignItems: "center",
  gap: 2,
  fontFamily: fonts.code,
  color: ink.second,
});
const Acts = styled.span({ display: "inline-flex", gap: 4 });
const Muted = styled.span({ color: ink.third });
