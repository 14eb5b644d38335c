import styled from "@emotion/styled";
import { useSuspenseQuery } from "@tanstack/react-query";
import { blueprintQueries } from "#api/blueprints.ts";
import { useHasMore } from "#api/capabilities.ts";
import { worldNowMs } from "#api/client.ts";
import type { Scope } from "#domain/ids.ts";
import { minutes } from "#lib/duration.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Card } from "#ui/card.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { formatDuration, formatHashHead } from "#ui/format.ts";
import { KeyValues } from "#ui/key-value.tsx";
import { Link } from "#ui/link.tsx";
import { LiveTime } from "#ui/live-time.tsx";
import { fonts, ink } from "#ui/theme/tokens.ts";
import { nameOf } from "./names.ts";
import type { DeviceView } from "./use-device.ts";

/** What the device is and where it belongs. */
export function FactsCard({ scope, view }: { readonly scope: Scope; readonly view: DeviceView }) {
  const { device, cohort } = view;
  const { data: blueprints } = useSuspenseQuery(blueprintQueries.list(scope));
  const saysHeartbeat = useHasMore();
  const { id, hardwareIds, blueprintId, cohortId, heartbeatMinutes, lastSeenAtMs, createdAtMs } = device;
  return (
    <Card title="About">
      <KeyValues
        items={[
          {
            key: "Device id",
            value: (
              <Mono>
                <span title={id}>{formatHashHead(id, 14)}</span> <CopyButton text={id} label="Copy device id" />
              </Mono>
            ),
          },
          {
            key: "Hardware ids",
            value: hardwareIds.length === 0 ? <None>none</None> : <HardwareIds ids={hardwareIds} />,
          },
          {
            key: "Blueprint",
            value:
              blueprintId === undefined ? (
                <None>none</None>
              ) : (
                <BidiText text={nameOf(blueprints, blueprintId, "other hardware")} />
              ),
          },
          {
            key: "Cohort",
            value:
              cohortId === undefined ? (
                <None>none</None>
              ) : (
                <Link to={paths.cohort(scope.projectId, cohortId)}>
                  <BidiText text={cohort?.name ?? "its cohort"} />
                </Link>
              ),
          },
          ...(saysHeartbeat ? [{ key: "Heartbeat", value: `every ${formatDuration(minutes(heartbeatMinutes))}` }] : []),
          {
            key: "Last seen",
            value:
              lastSeenAtMs === undefined ? "never" : <LiveTime atMs={lastSeenAtMs} readMs={worldNowMs} form="age" />,
          },
          { key: "Created", value: <LiveTime atMs={createdAtMs} readMs={worldNowMs} /> },
        ]}
      />
    </Card>
  );
}

function HardwareIds({ ids }: { readonly ids: readonly string[] }) {
  return (
    <List>
      {ids.map((id) => (
        <li key={id}>
          <BidiText text={id} />
        </li>
      ))}
    </List>
  );
}

const Mono = styled.span({ whiteSpace: "nowrap", fontFamily: fonts.code, fontSize: "0.92em" });
const None = styled.span({ color: ink.third });
const List = styled.ul({ margin: 0, padding: 0, listStyle: "none", fontFamily: fonts.code, fontSize: "0.92em" });
