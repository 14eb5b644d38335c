import { useState } from "react";
import { useNavigate } from "react-router";
import { newKey } from "#api/chance.ts";
import { useCreateCohort } from "#api/cohorts.ts";
import { useScope } from "#api/scope.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { showToast } from "#ui/toasts.tsx";
import { NameDialog } from "./name-dialog.tsx";

/** Makes an empty cohort and goes to it. */
export function CreateCohortDialog({ onClose }: { readonly onClose: () => void }) {
  const projectId = useProjectId();
  const create = useCreateCohort(useScope(projectId));
  const navigate = useNavigate();
  const [last, setLast] = useState({ name: "", idempotencyKey: "" });

  const send = (name: string) => {
    // The same name is the same act, also when its first answer was lost.
    const act = name === last.name ? last : { name, idempotencyKey: newKey() };
    setLast(act);
    create.mutate(act, {
      onSuccess: (cohort) => {
        showToast({ tone: "succeeded", text: `Cohort “${cohort.name}” created.` });
        // The page reports what becomes of the way there.
        void navigate(paths.cohort(projectId, cohort.id));
      },
    });
  };
  return (
    <NameDialog
      title="Create cohort"
      label="Name"
      help="What its devices have in common, for example “Production EU”. Devices are put in by hand afterwards."
      actLabel="Create cohort"
      pending={create.isPending}
      failure={create.error}
      onSend={send}
      onClose={onClose}
    />
  );
}
