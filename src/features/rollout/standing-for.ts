import type { AuditEntry } from "#domain/audit-entry.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { RolloutStanding } from "#domain/rollout-sentence.ts";
import { lastActOf } from "./activity-words.ts";

/** A rollout with what its sentence takes from around it: who paused it, what it waits for, whether its cohort is frozen. */
export function standingFor(
  deployment: Deployment,
  { frozen, activeDeployment }: Pick<Cohort, "frozen" | "activeDeployment">,
  acts: readonly AuditEntry[] = [],
): RolloutStanding {
  const paused = deployment.state === "paused" ? lastActOf(acts, "pause-deployment") : undefined;
  const behind = activeDeployment?.id === deployment.id ? undefined : activeDeployment?.name;
  return {
    ...deployment,
    ...(paused !== undefined && "actor" in paused.by
      ? { pausedBy: { actor: paused.by.actor, atMs: paused.atMs } }
      : {}),
    ...(behind === undefined ? {} : { behind }),
    ...(frozen === undefined ? {} : { frozen }),
  };
}
