import { useState } from "react";
import styled from "@emotion/styled";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { cohortQueries } from "#api/cohorts.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { rolloutQueries } from "#api/rollout.ts";
import { useHoldTarget, useReleaseTarget, useRetryTarget } from "#api/rollout-acts.ts";
import { actRefusal } from "#domain/control-acts.ts";
import type { CohortId, DeploymentId, Scope } from "#domain/ids.ts";
import type { TargetRow } from "#domain/target.ts";
import { Button, ButtonRow } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import { deviceActsOf, DEVICE_ACTS, type DeviceAct } from "./device-act-words.ts";
import type { Controlled } from "./rollout-acts.ts";
import { useControlAct } from "./use-control-act.ts";

type DeviceActsProps = {
  readonly scope: Scope;
  readonly cohortId: CohortId;
  readonly deploymentId: DeploymentId;
  readonly target: TargetRow;
};

/** What can be done to one device of a rollout: try it again now, hold it back, let it go. */
export function DeviceActs({ scope, cohortId, deploymentId, target }: DeviceActsProps) {
  const { data: cohort } = useSuspenseQuery(cohortQueries.one(scope, cohortId));
  const { data: kept } = useSuspenseQuery(deploymentQueries.one(scope, cohortId, deploymentId));
  // The page around the panel asks for it; here it is only read.
  const pulse = useQuery({ ...rolloutQueries.pulse(scope, cohortId, deploymentId), enabled: false });
  const deployment = { ...kept, ...pulse.data };
  const [asked, setAsked] = useState<DeviceAct>();
  const cutOff = useWhyNoWrites();
  const of = [scope, cohortId, deploymentId] as const;
  const mutations = { retry: useRetryTarget(...of), hold: useHoldTarget(...of), release: useReleaseTarget(...of) };
  const { send, pending, error } = useControlAct(closedTo, { deployment, onStale: pulse.refetch });
  const closed = closedTo(deployment);

  const act = async (what: DeviceAct) => {
    const { deviceId } = target;
    const failure = await send({ what }, (sent) => mutations[what].mutateAsync({ ...sent, deviceId }));
    if (failure !== undefined) return;
    showToast({ tone: "succeeded", text: DEVICE_ACTS[what].done(target.name) });
    setAsked(undefined);
  };
  const acts = deviceActsOf(target);
  return acts.length === 0 ? null : (
    <Box>
      <ButtonRow>
        {acts.map((what) => (
          <Button
            key={what}
            size="small"
            pending={pending && asked === what}
            disabledReason={cutOff ?? closed}
            onClick={() => {
              setAsked(what);
              // A failure shows below the buttons.
              if (!cohort.protected) void act(what);
            }}
          >
            {DEVICE_ACTS[what].words}
          </Button>
        ))}
      </ButtonRow>
      {error === undefined || cohort.protected ? null : <p role="alert">{error}</p>}
      {cohort.protected && asked !== undefined ? (
        <ConfirmDialog
          open
          title={`${DEVICE_ACTS[asked].words}: ${target.name}?`}
          actLabel={DEVICE_ACTS[asked].words}
          typedName={cohort.name}
          pending={pending}
          error={error}
          onConfirm={() => void act(asked)}
          onClose={() => setAsked(undefined)}
        >
          {DEVICE_ACTS[asked].consequence}
        </ConfirmDialog>
      ) : null}
    </Box>
  );
}

/** A deployment that takes no more tries takes no act on its devices. */
function closedTo({ state }: Controlled): string | undefined {
  return actRefusal("retry", state);
}

const Box = styled.div({ display: "grid", gap: 6, fontSize: 13 });
