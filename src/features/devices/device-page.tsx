import type { LoaderFunctionArgs } from "react-router";
import { blueprintQueries } from "#api/blueprints.ts";
import { worldNowMs } from "#api/client.ts";
import { cohortQueries } from "#api/cohorts.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { deviceQueries } from "#api/devices.ts";
import { packageQueries } from "#api/packages.ts";
import { queryClient } from "#api/query-client.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { tagQueries } from "#api/tags.ts";
import type { Device } from "#domain/device.ts";
import type { Scope } from "#domain/ids.ts";
import { deviceIdOf, projectIdOf, useDeviceId, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { Stack, WithAside } from "#ui/card.tsx";
import { Freshness } from "#ui/freshness.tsx";
import { Page } from "#ui/page.tsx";
import { Sentence } from "#ui/sentence.tsx";
import { SentenceParts } from "#ui/sentence-parts.tsx";
import { useTick } from "#ui/use-tick.ts";
import { DeviceActs } from "./device-acts.tsx";
import { EnabledChip } from "./device-columns.tsx";
import { FactsCard } from "./facts-card.tsx";
import { HistoryCard } from "./history-card.tsx";
import { deviceSentence } from "./device-sentence.ts";
import { TagsCard } from "./tags-card.tsx";
import { useDevice } from "./use-device.ts";
import type { DeviceView } from "./use-device.ts";
import { WantedCard } from "./wanted-card.tsx";
import { WhyCard } from "./why-card.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const scope = await scopeOf(projectIdOf(params));
  const [device] = await Promise.all([
    queryClient.query(deviceQueries.one(scope, deviceIdOf(params))),
    queryClient.query(tagQueries.list(scope)),
    queryClient.query(blueprintQueries.list(scope)),
    queryClient.query(packageQueries.list(scope)),
  ]);
  await loadPlace(scope, device);
  return null;
}

/** The cohort of a device and what that runs. */
async function loadPlace(scope: Scope, { cohortId }: Device): Promise<void> {
  if (cohortId === undefined) return;
  const { activeDeploymentId } = await queryClient.query(cohortQueries.one(scope, cohortId));
  if (activeDeploymentId === undefined) return;
  await queryClient.query(deploymentQueries.one(scope, cohortId, activeDeploymentId));
}

/** One device: what it runs, what it should run, why not, and what it went through. */
export function Component() {
  const deviceId = useDeviceId();
  const scope = useScope(useProjectId());
  const view = useDevice(scope, deviceId);
  const { device } = view;
  return (
    <Page
      key={deviceId}
      title={device.name}
      breadcrumb={[{ label: "Devices", to: paths.devices(scope.projectId) }]}
      badge={<EnabledChip enabled={device.enabled} />}
      sentence={<StateSentence scope={scope} view={view} />}
      actions={<DeviceActs scope={scope} view={view} />}
    >
      <Freshness {...view.freshness} />
      <WithAside>
        <Stack>
          <WhyCard scope={scope} view={view} />
          <WantedCard view={view} />
          <HistoryCard scope={scope} view={view} />
        </Stack>
        <aside aria-label="About this device">
          <Stack>
            <FactsCard scope={scope} view={view} />
            <TagsCard scope={scope} device={device} />
          </Stack>
        </aside>
      </WithAside>
    </Page>
  );
}

function StateSentence({ scope, view }: { readonly scope: Scope; readonly view: DeviceView }) {
  const { device, active, rows } = view;
  const nowMs = useTick(worldNowMs);
  const parts = deviceSentence({ device, rows, ...(active === undefined ? {} : { active }) });
  const here = paths.device(scope.projectId, device.id);
  return (
    <Sentence>
      <SentenceParts
        parts={parts}
        figureTo={() => here}
        {...(active === undefined ? {} : { nameTo: paths.rollout(scope.projectId, active.cohortId, active.id) })}
        nowMs={nowMs}
      />
    </Sentence>
  );
}
