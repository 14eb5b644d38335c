import { useNavigate } from "react-router";
import { useDeleteDevice } from "#api/devices.ts";
import { paths } from "#navigation/paths.ts";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import { leavingWords, livePart } from "./act-words.ts";
import type { DeviceDialogProps } from "./enable-dialog.tsx";

/** Asks before a device is deleted. */
export function DeleteDeviceDialog({ scope, view, onClose }: DeviceDialogProps) {
  const { device, history = [] } = view;
  const remove = useDeleteDevice(scope);
  const navigate = useNavigate();
  const leaving = leavingWords(livePart(history));
  const confirm = () =>
    remove.mutate(device.id, {
      onSuccess: () => {
        showToast({ tone: "succeeded", text: `Device “${device.name}” deleted.` });
        // The page reports what becomes of the way there.
        void navigate(paths.devices(scope.projectId), { replace: true });
      },
    });
  return (
    <ConfirmDialog
      open
      danger
      title={`Delete ${device.name}?`}
      actLabel="Delete device"
      pending={remove.isPending}
      error={remove.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        Its name, tags and hardware ids are deleted for good. Its part in past deployments stays, marked as a deleted
        device. The unit in the field keeps what it runs, and is unknown here when it asks again.
      </p>
      {leaving === undefined ? null : <p>{leaving}</p>}
    </ConfirmDialog>
  );
}
