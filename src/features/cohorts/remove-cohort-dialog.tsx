import { useNavigate } from "react-router";
import { useDeleteCohort } from "#api/cohorts.ts";
import { useScope } from "#api/scope.ts";
import type { Cohort } from "#domain/cohort.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import { removalWords, TYPED_NAME_ABOVE_DEVICES } from "./removal-words.ts";

/** Asks before a cohort is deleted or archived, and says what becomes of its devices. */
export function RemoveCohortDialog({ cohort, onClose }: { readonly cohort: Cohort; readonly onClose: () => void }) {
  const projectId = useProjectId();
  const remove = useDeleteCohort(useScope(projectId));
  const navigate = useNavigate();
  const words = removalWords(cohort);
  const asksForName = cohort.protected || cohort.deviceCount > TYPED_NAME_ABOVE_DEVICES;
  const confirm = () =>
    remove.mutate(cohort.id, {
      onSuccess: () => {
        const done = cohort.deploymentCount > 0 ? "archived" : "deleted";
        showToast({ tone: "succeeded", text: `Cohort “${cohort.name}” ${done}.` });
        // The page reports what becomes of the way there.
        void navigate(paths.cohorts(projectId), { replace: true });
      },
    });
  return (
    <ConfirmDialog
      open
      danger
      title={words.title}
      actLabel={words.act}
      {...(asksForName ? { typedName: cohort.name } : {})}
      pending={remove.isPending}
      error={remove.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      {words.consequences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </ConfirmDialog>
  );
}
