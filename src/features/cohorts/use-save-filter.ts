import { useNavigate } from "react-router";
import { useUpdateCohort } from "#api/cohorts.ts";
import type { Cohort, CohortFilter } from "#domain/cohort.ts";
import type { Scope } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { showToast } from "#ui/toasts.tsx";
import { refusedAt } from "./refused-at.ts";

/** Saves the filter of a cohort and goes to the devices that it takes. */
export function useSaveFilter(scope: Scope, cohort: Cohort) {
  const update = useUpdateCohort(scope);
  const navigate = useNavigate();
  const send = (filter: CohortFilter) =>
    update.mutate(
      { cohortId: cohort.id, filter },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: `The filter of “${cohort.name}” was changed.` });
          // The page reports what becomes of the way there.
          void navigate(paths.cohortDevices(scope.projectId, cohort.id));
        },
      },
    );
  const message = update.error?.message;
  const isRefusal = update.error !== null && refusedAt(update.error.failure) !== undefined;
  return {
    send,
    pending: update.isPending,
    /** What the backend has against the filter itself. */
    refusal: isRefusal ? message : undefined,
    /** Why it is not known whether it was saved. */
    problem: isRefusal ? undefined : message,
  };
}
