import styled from "@emotion/styled";
import { worldNowMs } from "#api/client.ts";
import { filterTakes } from "#domain/cohort-filter.ts";
import type { CohortFilter } from "#domain/cohort.ts";
import type { Composition } from "#domain/composition.ts";
import type { Device } from "#domain/device.ts";
import type { CohortId, PackageId } from "#domain/ids.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import type { Column } from "#ui/data-table.tsx";
import { LiveTime } from "#ui/live-time.tsx";
import { Badge } from "#ui/state-chip.tsx";
import { TagChip, TagRow } from "#ui/tag-chip.tsx";
import { ink } from "#ui/theme/tokens.ts";
import type { DeviceNames } from "./device-names.ts";
import { runsAgainst } from "./runs.ts";
import { RunsList } from "./runs-list.tsx";

/** The device itself. */
export const deviceColumn: Column<Device> = {
  key: "device",
  header: "Device",
  width: "16%",
  identity: true,
  wrap: true,
  phone: "top-left",
  sort: { ascending: "name", descending: "-name" },
  cell: ({ name, enabled }) => (
    <Name>
      <span title={name}>
        <BidiText text={name} maxLength={40} />
      </span>
      {enabled ? null : <Disabled title="It takes part in no deployment">disabled</Disabled>}
    </Name>
  ),
};

/** Why it is in a dynamic cohort. */
export function reasonColumn(filter: CohortFilter): Column<Device> {
  return {
    key: "reason",
    header: "Here because",
    phone: "foot-left",
    cell: ({ blueprintId, tagIds }) =>
      filterTakes(filter, { blueprintId, tagIds }) ? (
        <Muted>matches the filter</Muted>
      ) : (
        <span title="It does not match the filter: somebody put it here">placed by hand</span>
      ),
  };
}

/** What it runs; where that differs from what is deployed to it, it is marked. */
export function runsColumn(mainPackageId: PackageId | undefined, deployed: Composition = new Map()): Column<Device> {
  return {
    key: "runs",
    header: "Runs",
    width: "32%",
    wrap: true,
    cell: (device) => <RunsList runs={runsAgainst(deployed, device, mainPackageId)} />,
  };
}

/** What hardware it is. */
export function hardwareColumn(names: DeviceNames): Column<Device> {
  return {
    key: "hardware",
    header: "Blueprint",
    phone: "bottom-left",
    cell: ({ blueprintId }) =>
      blueprintId === undefined ? <Muted>–</Muted> : <BidiText text={names.blueprint(blueprintId)} maxLength={40} />,
  };
}

/** Its labels. */
export function tagsColumn(names: DeviceNames): Column<Device> {
  return {
    key: "tags",
    header: "Tags",
    width: "18%",
    wrap: true,
    cell: ({ tagIds }) =>
      tagIds.length === 0 ? null : (
        <TagRow>
          {tagIds.map((id) => (
            <TagChip key={id} name={names.tag(id)} />
          ))}
        </TagRow>
      ),
  };
}

/** The cohort it would leave. */
export function cohortColumn(names: DeviceNames, here: CohortId): Column<Device> {
  return {
    key: "cohort",
    header: "Cohort now",
    phone: "bottom-right",
    cell: ({ cohortId }) => {
      if (cohortId === undefined) return <Muted>none</Muted>;
      if (cohortId === here) return <Muted>here already</Muted>;
      return <BidiText text={names.cohort(cohortId)} maxLength={32} />;
    },
  };
}

/** Its last contact of any kind. */
export const lastSeenColumn: Column<Device> = {
  key: "seen",
  header: "Last seen",
  phone: "top-right",
  sort: { ascending: "lastSeen", descending: "-lastSeen", first: "descending" },
  cell: ({ lastSeenAtMs }) => (
    <Muted>{lastSeenAtMs === undefined ? "never" : <LiveTime atMs={lastSeenAtMs} readMs={worldNowMs} />}</Muted>
  ),
};

const Name = styled.span({ display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: "0 8px" });
const Disabled = styled(Badge)({ color: ink.third, textTransform: "none" });
const Muted = styled.span({ color: ink.third });
