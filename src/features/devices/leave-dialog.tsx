import { useUpdateDevice } from "#api/devices.ts";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import { leavingWords, livePart } from "./act-words.ts";
import type { DeviceDialogProps } from "./enable-dialog.tsx";

/** Asks before a device is taken out of its cohort. */
export function LeaveDialog({ scope, view, onClose }: DeviceDialogProps) {
  const { device, cohort, history = [] } = view;
  const update = useUpdateDevice(scope);
  const leaving = leavingWords(livePart(history));
  const confirm = () =>
    update.mutate(
      { deviceId: device.id, cohortId: null },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: `${device.name} removed from its cohort.` });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={`Remove ${device.name} from ${cohort?.name ?? "its cohort"}?`}
      actLabel="Remove device"
      pending={update.isPending}
      error={update.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        It keeps what it runs, and nothing that is deployed to the cohort reaches it any more. A cohort that takes
        devices by their tags may take it at once.
      </p>
      {leaving === undefined ? null : <p>{leaving}</p>}
    </ConfirmDialog>
  );
}
