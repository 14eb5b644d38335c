import { useSuspenseQuery } from "@tanstack/react-query";
import { worldNowMs } from "#api/client.ts";
import { useHas } from "#api/capabilities.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { Callout } from "#ui/callout.tsx";
import { Stack } from "#ui/card.tsx";
import { useTick } from "#ui/use-tick.ts";
import { ChangesCard } from "./changes-card.tsx";
import { Parts } from "./framed-part.tsx";
import { missingWords } from "./missing-words.ts";
import { RolloutFacts } from "./rollout-facts.tsx";
import { RolloutFrame, type RolloutProps } from "./rollout-frame.tsx";
import { usePredecessor } from "./use-predecessor.ts";

/** A deployment on a backend that reports nothing of its devices: what it is, and that this is all there is to see. */
export function PlainRollout({ scope, cohort, deploymentId, mainPackageId }: RolloutProps) {
  const { data: deployment } = useSuspenseQuery(deploymentQueries.one(scope, cohort.id, deploymentId));
  const { before, looking, changes, nameOf } = usePredecessor(scope, cohort.id, deployment, mainPackageId);
  const nowMs = useTick(worldNowMs);
  return (
    <RolloutFrame projectId={scope.projectId} cohort={cohort} deployment={deployment}>
      <Stack>
        <RolloutFacts
          projectId={scope.projectId}
          cohortId={cohort.id}
          deployment={deployment}
          nameOf={nameOf}
          manifestTo={undefined}
          nowMs={nowMs}
        />
        <Callout tone="info">
          {missingWords({ plans: useHas("plans"), control: useHas("control"), targets: false })}
        </Callout>
        <Parts className="even">
          <ChangesCard {...{ changes, looking, mainPackageId }} isFirst={before === undefined && !looking} />
        </Parts>
      </Stack>
    </RolloutFrame>
  );
}
