import { useUpdatePackage } from "#api/packages.ts";
import { useScope } from "#api/scope.ts";
import type { PackageId } from "#domain/ids.ts";
import type { Package } from "#domain/package.ts";
import { useProjectId } from "#navigation/params.ts";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import { mainWords } from "./package-words.ts";

export type MainDialogProps = {
  readonly about: Package;
  readonly mainNow: PackageId | undefined;
  readonly onClose: () => void;
};

/** Asks before another package becomes the main one. */
export function MainDialog({ about, mainNow, onClose }: MainDialogProps) {
  const update = useUpdatePackage(useScope(useProjectId()));
  const confirm = () =>
    update.mutate(
      { packageId: about.id, main: true },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: `${about.id} is the main package.` });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={`Mark ${about.id} as main?`}
      actLabel="Mark as main"
      pending={update.isPending}
      error={update.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{mainWords(about.id, mainNow)}</p>
      <p>Deployments that have started stay as they are.</p>
    </ConfirmDialog>
  );
}
