import styled from "@emotion/styled";
import { useQuery } from "@tanstack/react-query";
import { useHas } from "#api/capabilities.ts";
import { MOVING_EVERY_MS } from "#api/polling.ts";
import { rolloutQueries } from "#api/rollout.ts";
import type { Deployment } from "#domain/deployment.ts";
import { FAILURES } from "#domain/failure.ts";
import type { DeviceId, Scope } from "#domain/ids.ts";
import { SUBSTATES_OF } from "#domain/target.ts";
import { paths } from "#navigation/paths.ts";
import { Card } from "#ui/card.tsx";
import { Link } from "#ui/link.tsx";
import { OfferConditions } from "#ui/offer-conditions.tsx";
import { SkeletonLine } from "#ui/skeleton.tsx";
import { StateChip } from "#ui/state-chip.tsx";
import type { DeviceView } from "./use-device.ts";
import { isUpToDate } from "./wanted.ts";

/** Why the device has not got what its cohort runs; nothing while it is up to date. */
export function WhyCard({ scope, view }: { readonly scope: Scope; readonly view: DeviceView }) {
  const hasWhy = useHas("why");
  const { device, active, rows, history } = view;
  const part = history?.find(({ deploymentId }) => deploymentId === active?.id);
  // A device that never took part has no part to be asked about.
  if (!hasWhy || active === undefined || part === undefined || isUpToDate(rows)) return null;
  const failure = SUBSTATES_OF.failed.find((failed) => failed === part.substate);
  const to = paths.target(scope.projectId, active.cohortId, active.id, device.id);
  return (
    <Card title="Why is it not up to date?" actions={<Link to={to}>Its part in the rollout</Link>}>
      <Words>
        <p>
          <StateChip bucket={part.bucket} substate={part.substate} />
        </p>
        {failure === undefined ? null : (
          <p>
            {FAILURES[failure].meaning} {FAILURES[failure].next}
          </p>
        )}
        <Conditions scope={scope} active={active} deviceId={device.id} />
      </Words>
    </Card>
  );
}

type ConditionsProps = { readonly scope: Scope; readonly active: Deployment; readonly deviceId: DeviceId };

function Conditions({ scope, active, deviceId }: ConditionsProps) {
  const why = useQuery({
    ...rolloutQueries.why(scope, active.cohortId, active.id, deviceId),
    refetchInterval: MOVING_EVERY_MS,
  });
  if (why.data === undefined) return <p>{why.error === null ? <SkeletonLine width={260} /> : why.error.message}</p>;
  return (
    <>
      <p>{why.data.sentence}</p>
      <OfferConditions conditions={why.data.conditions} />
    </>
  );
}

const Words = styled.div({ display: "grid", gap: 6, fontSize: 13 });
