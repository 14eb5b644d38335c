import styled from "@emotion/styled";
import { worldNowMs } from "#api/client.ts";
import type { Blueprint } from "#domain/blueprint.ts";
import type { Cohort } from "#domain/cohort.ts";
import { countText } from "#domain/counts.ts";
import { runsOf } from "#domain/device-runs.ts";
import type { Device } from "#domain/device.ts";
import type { PackageId, ProjectId } from "#domain/ids.ts";
import type { Tag } from "#domain/tag.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import type { Column } from "#ui/data-table.tsx";
import { Link } from "#ui/link.tsx";
import { LiveTime } from "#ui/live-time.tsx";
import { Chip } from "#ui/state-chip.tsx";
import { TagChip, TagRow } from "#ui/tag-chip.tsx";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { VersionText } from "#ui/version-text.tsx";
import { nameOf } from "./names.ts";

/** What the rows need besides the devices. */
export type DeviceContext = {
  readonly projectId: ProjectId;
  readonly cohorts: readonly Cohort[];
  readonly tags: readonly Tag[];
  readonly blueprints: readonly Blueprint[];
  readonly mainPackageId: PackageId | undefined;
};

/** Tags shown in a row; the device's page has them all. */
const TAGS_SHOWN = 3;

/** The columns of the list of devices. */
export function deviceColumns(context: DeviceContext): readonly Column<Device>[] {
  return [
    nameColumn,
    cohortColumn(context),
    runsColumn(context.mainPackageId),
    tagsColumn(context.tags),
    blueprintColumn(context.blueprints),
    lastSeenColumn,
    stateColumn,
  ];
}

const nameColumn: Column<Device> = {
  key: "device",
  header: "Device",
  identity: true,
  phone: "top-left",
  sort: { ascending: "name", descending: "-name" },
  cell: ({ name }) => <BidiText text={name} maxLength={60} />,
};

function cohortColumn({ projectId, cohorts }: DeviceContext): Column<Device> {
  return {
    key: "cohort",
    header: "Cohort",
    wrap: true,
    phone: "bottom-left",
    cell: ({ cohortId }) =>
      cohortId === undefined ? (
        <Muted>none</Muted>
      ) : (
        <Quiet to={paths.cohort(projectId, cohortId)}>
          <BidiText text={nameOf(cohorts, cohortId, "another cohort")} maxLength={48} />
        </Quiet>
      ),
  };
}

function runsColumn(mainPackageId: PackageId | undefined): Column<Device> {
  return {
    key: "runs",
    header: "Runs",
    phone: "bottom-right",
    cell: (device) => {
      const [first, ...rest] = runsOf(device, mainPackageId);
      if (first === undefined) return <Muted>nothing reported</Muted>;
      return (
        <>
          <Muted>
            <BidiText text={first.packageId} maxLength={24} />
          </Muted>{" "}
          <VersionText version={first.version} />{" "}
          {rest.length === 0 ? null : (
            <Muted title={rest.map(({ packageId, version }) => `${packageId} ${version}`).join("\n")}>
              +{countText(rest.length)}
            </Muted>
          )}
        </>
      );
    },
  };
}

function tagsColumn(tags: readonly Tag[]): Column<Device> {
  return {
    key: "tags",
    header: "Tags",
    wrap: true,
    tablet: "hidden",
    phone: "foot-left",
    cell: ({ tagIds }) => {
      if (tagIds.length === 0) return null;
      const names = tagIds.map((id) => nameOf(tags, id, "another tag"));
      const rest = names.slice(TAGS_SHOWN);
      return (
        <TagRow>
          {names.slice(0, TAGS_SHOWN).map((name, index) => (
            <TagChip key={tagIds[index] ?? name} name={name} />
          ))}
          {rest.length === 0 ? null : <Muted title={rest.join("\n")}>+{countText(rest.length)}</Muted>}
        </TagRow>
      );
    },
  };
}

function blueprintColumn(blueprints: readonly Blueprint[]): Column<Device> {
  return {
    key: "blueprint",
    header: "Blueprint",
    tablet: "hidden",
    phone: "foot-right",
    cell: ({ blueprintId }) =>
      blueprintId === undefined ? (
        <Muted>–</Muted>
      ) : (
        <BidiText text={nameOf(blueprints, blueprintId, "other hardware")} maxLength={32} />
      ),
  };
}

const lastSeenColumn: Column<Device> = {
  key: "seen",
  header: "Last seen",
  phone: "top-right",
  sort: { ascending: "lastSeen", descending: "-lastSeen", first: "descending" },
  cell: ({ lastSeenAtMs }) => (
    <Muted>{lastSeenAtMs === undefined ? "never" : <LiveTime atMs={lastSeenAtMs} readMs={worldNowMs} />}</Muted>
  ),
};

const stateColumn: Column<Device> = {
  key: "state",
  header: "State",
  cell: ({ enabled }) => (enabled ? <Muted className="enabled">enabled</Muted> : <EnabledChip enabled={false} />),
};

/** Whether a device takes part in deployments. */
export function EnabledChip({ enabled }: Pick<Device, "enabled">) {
  return enabled ? (
    <Chip icon="succeeded" tone="neutral">
      Enabled
    </Chip>
  ) : (
    <Chip icon="cancelled" tone="cancelled">
      Disabled
    </Chip>
  );
}

const Muted = styled.span({
  color: ink.third,
  // On a phone only what is out of the ordinary has a line.
  "&.enabled": { [upTo.phone]: { display: "none" } },
});
const Quiet = styled(Link)({ display: "inline-block", padding: "2px 0", color: ink.first });
