import { useState } from "react";
import { useNavigate } from "react-router";
import { useCreateCohort } from "#api/cohorts.ts";
import type { ApiError } from "#api/error.ts";
import { keyedAct, type KeyedAct } from "#api/keyed-act.ts";
import type { Scope } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { showToast } from "#ui/toasts.tsx";
import { requestOf, type CohortDraft } from "./cohort-draft.ts";
import { refusedAt } from "./refused-at.ts";

/** Makes a cohort once, however often its answer is lost, and goes to it. */
export function useCreateAct(scope: Scope) {
  const create = useCreateCohort(scope);
  const navigate = useNavigate();
  const [last, setLast] = useState<KeyedAct>();
  const refused = create.error !== null && refusedAt(create.error.failure) !== undefined;
  const send = (draft: CohortDraft, onRefused: (error: ApiError) => void) => {
    const body = requestOf(draft);
    // What was refused is asked anew; the reason may be gone.
    const act = keyedAct(refused ? undefined : last, body);
    setLast(act);
    create.mutate(
      { ...body, idempotencyKey: act.idempotencyKey },
      {
        onSuccess: (cohort) => {
          showToast({ tone: "succeeded", text: `Cohort “${cohort.name}” created.` });
          // The page reports what becomes of the way there.
          void navigate(paths.cohort(scope.projectId, cohort.id));
        },
        onError: onRefused,
      },
    );
  };
  return { send, pending: create.isPending, problem: refused ? undefined : create.error?.message };
}
