import { useDeleteArtifact } from "#api/artifacts.ts";
import { useScope } from "#api/scope.ts";
import type { Artifact } from "#domain/artifact.ts";
import { useProjectId } from "#navigation/params.ts";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { formatBytes } from "#ui/format.ts";
import { showToast } from "#ui/toasts.tsx";

export type DeleteArtifactDialogProps = { readonly artifact: Artifact; readonly onClose: () => void };

/** Asks before a file that no deployment names is deleted. */
export function DeleteArtifactDialog({ artifact, onClose }: DeleteArtifactDialogProps) {
  const remove = useDeleteArtifact(useScope(useProjectId()));
  const name = `${artifact.packageId} ${artifact.version}`;
  const confirm = () =>
    remove.mutate(artifact.id, {
      onSuccess: () => {
        showToast({ tone: "succeeded", text: `${name} deleted.` });
        onClose();
      },
    });
  return (
    <ConfirmDialog
      open
      danger
      title={`Delete ${name}?`}
      actLabel="Delete artifact"
      pending={remove.isPending}
      error={remove.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        Its file of {formatBytes(artifact.sizeBytes)} is deleted for good. No deployment names it. The version can be
        uploaded again.
      </p>
    </ConfirmDialog>
  );
}
