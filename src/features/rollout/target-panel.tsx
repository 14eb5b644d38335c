import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { useHas } from "#api/capabilities.ts";
import { cohortQueries } from "#api/cohorts.ts";
import { worldNowMs } from "#api/client.ts";
import { queryClient } from "#api/query-client.ts";
import { rolloutQueries } from "#api/rollout.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import {
  cohortIdOf,
  deploymentIdOf,
  deviceIdOf,
  projectIdOf,
  useCohortId,
  useDeploymentId,
  useDeviceId,
  useProjectId,
} from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Link } from "#ui/link.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { StateChip } from "#ui/state-chip.tsx";
import { useTick } from "#ui/use-tick.ts";
import { DeviceActs } from "./device-acts.tsx";
import { DeviceFacts } from "./device-facts.tsx";
import { waitWords } from "./pending-words.ts";
import { TargetError } from "./target-error.tsx";
import { TargetLog } from "./target-log.tsx";
import { TargetTimeline } from "./target-timeline.tsx";
import { Told } from "./told.tsx";
import { useClosePanel } from "./use-close-panel.ts";
import { WhyBox } from "./why-box.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const scope = await scopeOf(projectIdOf(params));
  await queryClient.query(rolloutQueries.target(scope, cohortIdOf(params), deploymentIdOf(params), deviceIdOf(params)));
  return null;
}

/** The list beside the panel stays when the panel fails. */
export function ErrorBoundary() {
  return <TargetError />;
}

export function Component() {
  const deviceId = useDeviceId();
  // Another device is another panel: it opens at its top and takes the focus.
  return <TargetPanel key={deviceId} />;
}

function TargetPanel() {
  const scope = useScope(useProjectId());
  const [cohortId, deploymentId, deviceId] = [useCohortId(), useDeploymentId(), useDeviceId()];
  const { data: target } = useSuspenseQuery(rolloutQueries.target(scope, cohortId, deploymentId, deviceId));
  const needsReason = useHas("why") && target.bucket !== "succeeded";
  const why = useQuery({ ...rolloutQueries.why(scope, cohortId, deploymentId, deviceId), enabled: needsReason });
  const hasManifest = useHas("manifest");
  const hasControl = useHas("control");
  const nowMs = useTick(worldNowMs);
  const { data: cohort } = useSuspenseQuery(cohortQueries.one(scope, cohortId));
  // The page around the panel asks for it; here it is only read.
  const { data: pulse } = useQuery({ ...rolloutQueries.pulse(scope, cohortId, deploymentId), enabled: false });
  return (
    <SidePanel
      title={<BidiText text={target.name} maxLength={100} />}
      subtitle={<DeviceFacts scope={scope} deviceId={deviceId} nowMs={nowMs} />}
      onClose={useClosePanel()}
    >
      <StateChip
        bucket={target.bucket}
        substate={target.substate}
        stuck={target.stuck}
        words={pulse === undefined ? undefined : waitWords(target, { ...pulse, frozen: cohort.frozen !== undefined })}
      />
      {hasControl ? <DeviceActs {...{ scope, cohortId, deploymentId, target }} /> : null}
      {needsReason && why.data !== undefined ? <WhyBox target={target} why={why.data} /> : null}
      <TargetTimeline target={target} nowMs={nowMs} />
      <TargetLog scope={scope} cohortId={cohortId} deploymentId={deploymentId} deviceId={deviceId} />
      {hasManifest ? (
        <Told
          scope={scope}
          cohortId={cohortId}
          deploymentId={deploymentId}
          deviceId={deviceId}
          manifestTo={paths.manifest(scope.projectId, cohortId, deploymentId, { deviceId })}
        />
      ) : null}
      <p>
        <Link to={paths.device(scope.projectId, deviceId)}>Open the device’s own page</Link>
      </p>
    </SidePanel>
  );
}
