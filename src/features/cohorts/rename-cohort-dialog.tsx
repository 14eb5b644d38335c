import { useUpdateCohort } from "#api/cohorts.ts";
import { useScope } from "#api/scope.ts";
import type { Cohort } from "#domain/cohort.ts";
import { useProjectId } from "#navigation/params.ts";
import { showToast } from "#ui/toasts.tsx";
import { NameDialog } from "./name-dialog.tsx";

/** Gives a cohort another name; nothing else of it changes. */
export function RenameCohortDialog({ cohort, onClose }: { readonly cohort: Cohort; readonly onClose: () => void }) {
  const update = useUpdateCohort(useScope(useProjectId()));
  const send = (name: string) =>
    update.mutate(
      { cohortId: cohort.id, name },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: `The cohort is now called “${name}”.` });
          onClose();
        },
      },
    );
  return (
    <NameDialog
      title="Rename cohort"
      label="Name"
      help="Its devices, deployments and links stay as they are."
      actLabel="Rename"
      name={cohort.name}
      typedName={cohort.protected ? cohort.name : undefined}
      pending={update.isPending}
      failure={update.error}
      onSend={send}
      onClose={onClose}
    />
  );
}
