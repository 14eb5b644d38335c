import styled from "@emotion/styled";
import { useQuery } from "@tanstack/react-query";
import { blueprintQueries } from "#api/blueprints.ts";
import { deviceQueries } from "#api/devices.ts";
import { tagQueries } from "#api/tags.ts";
import type { DeviceId, Scope } from "#domain/ids.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { RelativeTime } from "#ui/relative-time.tsx";
import { SkeletonLine } from "#ui/skeleton.tsx";
import { TagChip, TagRow } from "#ui/tag-chip.tsx";

type DeviceFactsProps = { readonly scope: Scope; readonly deviceId: DeviceId; readonly nowMs: number };

/** Hardware, tags and last contact. A device that was deleted since keeps its part in the rollout. */
export function DeviceFacts({ scope, deviceId, nowMs }: DeviceFactsProps) {
  const device = useQuery(deviceQueries.one(scope, deviceId));
  const { data: tags = [] } = useQuery(tagQueries.list(scope));
  const { data: blueprints = [] } = useQuery(blueprintQueries.list(scope));
  if (device.error !== null) {
    return device.error.failure.kind === "not-found" ? "The device itself was deleted." : device.error.message;
  }
  if (device.data === undefined) return <SkeletonLine width={180} />;
  const { tagIds, blueprintId, lastSeenAtMs, enabled } = device.data;
  const blueprint = blueprints.find(({ id }) => id === blueprintId);
  const names = tags.filter(({ id }) => tagIds.includes(id)).map(({ name }) => name);
  return (
    <Facts>
      <span>
        {blueprint === undefined ? "No blueprint" : <BidiText text={blueprint.name} maxLength={60} />} · last seen{" "}
        {lastSeenAtMs === undefined ? "never" : <RelativeTime atMs={lastSeenAtMs} nowMs={nowMs} form="age" />}
        {enabled ? null : " · disabled"}
      </span>
      {names.length === 0 ? null : (
        <TagRow>
          {names.map((name) => (
            <TagChip key={name} name={name} />
          ))}
        </TagRow>
      )}
    </Facts>
  );
}

const Facts = styled.span({ display: "grid", gap: 6 });
