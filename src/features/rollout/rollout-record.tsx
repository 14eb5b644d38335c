import type { Plan } from "#domain/plan.ts";
import { ActivityCard } from "./activity-card.tsx";
import { Parts } from "./framed-part.tsx";
import { PlanCard } from "./plan-card.tsx";
import type { Activity } from "./use-activity.ts";

type RolloutRecordProps = {
  /** Absent where the backend knows none. */
  readonly plan: Plan | undefined;
  readonly activity: Activity;
  readonly nowMs: number;
};

/** What was planned, and what was done: the end of a rollout's page. */
export function RolloutRecord({ plan, activity, nowMs }: RolloutRecordProps) {
  return (
    <Parts>
      {plan === undefined ? null : <PlanCard plan={plan} nowMs={nowMs} />}
      {activity.kept ? <ActivityCard {...activity} nowMs={nowMs} /> : null}
    </Parts>
  );
}
