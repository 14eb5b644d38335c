import styled from "@emotion/styled";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams, type LoaderFunctionArgs } from "react-router";
import { cohortQueries } from "#api/cohorts.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { deviceQueries } from "#api/devices.ts";
import { packageQueries } from "#api/packages.ts";
import { queryClient } from "#api/query-client.ts";
import { rolloutQueries } from "#api/rollout.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import type { DeviceId } from "#domain/ids.ts";
import { mainPackageIdOf } from "#domain/package.ts";
import {
  cohortIdOf,
  deploymentIdOf,
  projectIdOf,
  useCohortId,
  useDeploymentId,
  useProjectId,
} from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { id } from "#navigation/search-params.ts";
import { readSearch } from "#navigation/url-state.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Stack } from "#ui/card.tsx";
import { CodeBlock } from "#ui/code-block.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { formatCounted } from "#ui/format.ts";
import { KeyValues } from "#ui/key-value.tsx";
import { Link } from "#ui/link.tsx";
import { Page } from "#ui/page.tsx";
import { Sentence } from "#ui/sentence.tsx";
import { upTo } from "#ui/theme/tokens.ts";
import { hexOf, hexText } from "./hex-lines.ts";
import { ManifestComponents } from "./manifest-components.tsx";

const schema = { deviceId: id<DeviceId>() };

export async function loader({ params, request }: LoaderFunctionArgs) {
  const scope = await scopeOf(projectIdOf(params));
  const [cohortId, deploymentId] = [cohortIdOf(params), deploymentIdOf(params)];
  const deviceId = deviceIdIn(new URL(request.url).searchParams);
  await Promise.all([
    queryClient.query(cohortQueries.one(scope, cohortId)),
    queryClient.query(deploymentQueries.one(scope, cohortId, deploymentId)),
    queryClient.query(packageQueries.list(scope)),
    queryClient.query(rolloutQueries.manifest(scope, cohortId, deploymentId, deviceId)),
  ]);
  return null;
}

export function Component() {
  const scope = useScope(useProjectId());
  const { projectId } = scope;
  const [cohortId, deploymentId] = [useCohortId(), useDeploymentId()];
  const [search] = useSearchParams();
  const deviceId = deviceIdIn(search);
  const { data: cohort } = useSuspenseQuery(cohortQueries.one(scope, cohortId));
  const { data: deployment } = useSuspenseQuery(deploymentQueries.one(scope, cohortId, deploymentId));
  const { data: packages } = useSuspenseQuery(packageQueries.list(scope));
  const { data } = useSuspenseQuery(rolloutQueries.manifest(scope, cohortId, deploymentId, deviceId));
  const { manifest, json, cbor } = data;
  return (
    <Page
      title="Manifest"
      breadcrumb={[
        { label: "Cohorts", to: paths.cohorts(projectId) },
        { label: cohort.name, to: paths.cohort(projectId, cohortId) },
        { label: deployment.name, to: paths.rollout(projectId, cohortId, deploymentId) },
      ]}
      sentence={
        <Sentence>
          {deviceId === undefined ? (
            <>What a device is told by this deployment, in the variants that fit any device.</>
          ) : (
            <ToldTo deviceId={deviceId} allTo={paths.manifest(projectId, cohortId, deploymentId)} />
          )}
        </Sentence>
      }
    >
      <Stack>
        <KeyValues
          items={[
            {
              key: "Sequence number",
              value: <Copyable text={String(manifest.sequenceNumber)} label="Copy sequence number" />,
            },
            { key: "Manifest hash", value: <Copyable text={manifest.hash} label="Copy manifest hash" /> },
          ]}
        />
        <h2>Components</h2>
        <ManifestComponents manifest={manifest} mainPackageId={mainPackageIdOf(packages)} />
        <h2>As a device receives it</h2>
        <Forms>
          <CodeBlock
            label="JSON"
            text={json}
            file={{ name: `manifest-${manifest.sequenceNumber}.json`, type: "application/json" }}
          />
          <CodeBlock
            label={`CBOR, ${formatCounted(cbor.length, "byte")}`}
            text={hexText(cbor)}
            copy={hexOf(cbor)}
            file={{
              name: `manifest-${manifest.sequenceNumber}.cbor`,
              type: "application/cbor",
              content: Uint8Array.from(cbor),
            }}
          />
        </Forms>
      </Stack>
    </Page>
  );
}

function ToldTo({ deviceId, allTo }: { readonly deviceId: DeviceId; readonly allTo: string }) {
  const scope = useScope(useProjectId());
  const device = useQuery(deviceQueries.one(scope, deviceId));
  return (
    <>
      What{" "}
      <Link to={paths.device(scope.projectId, deviceId)}>
        <BidiText text={device.data?.name ?? deviceId} maxLength={100} />
      </Link>{" "}
      is told by this deployment. <Link to={allTo}>For any device</Link>
    </>
  );
}

function Copyable({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <Line>
      <code>{text}</code>
      <CopyButton text={text} label={label} />
    </Line>
  );
}

function deviceIdIn(search: URLSearchParams): DeviceId | undefined {
  return readSearch(schema, search).deviceId;
}

const Line = styled.span({ display: "inline-flex", alignItems: "center", gap: 4, overflowWrap: "anywhere" });

const Forms = styled.div({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
  gap: 16,
  alignItems: "start",
  [upTo.narrow]: { gridTemplateColumns: "minmax(0, 1fr)" },
});
