import { useNavigate } from "react-router";
import { useDeletePackage } from "#api/packages.ts";
import { useScope } from "#api/scope.ts";
import type { Package } from "#domain/package.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";

export type DeletePackageDialogProps = { readonly about: Package; readonly onClose: () => void };

/** Asks before a package without versions is deleted. */
export function DeletePackageDialog({ about, onClose }: DeletePackageDialogProps) {
  const projectId = useProjectId();
  const remove = useDeletePackage(useScope(projectId));
  const navigate = useNavigate();
  const confirm = () =>
    remove.mutate(about.id, {
      onSuccess: () => {
        showToast({ tone: "succeeded", text: `Package ${about.id} deleted.` });
        // The page reports what becomes of the way there.
        void navigate(paths.packages(projectId));
      },
    });
  return (
    <ConfirmDialog
      open
      danger
      title={`Delete ${about.id}?`}
      actLabel="Delete package"
      pending={remove.isPending}
      error={remove.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>It has no versions. What devices report of it stays with them.</p>
    </ConfirmDialog>
  );
}
