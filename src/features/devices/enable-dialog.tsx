import { useUpdateDevice } from "#api/devices.ts";
import type { Scope } from "#domain/ids.ts";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import { DISABLING, enablingWords, leavingWords, livePart } from "./act-words.ts";
import type { DeviceView } from "./use-device.ts";

export type DeviceDialogProps = { readonly scope: Scope; readonly view: DeviceView; readonly onClose: () => void };

/** Asks before a device takes part in deployments, or stops doing so. */
export function EnableDialog({ scope, view, onClose }: DeviceDialogProps) {
  const { device, active, history = [] } = view;
  const update = useUpdateDevice(scope);
  // Kept as it was when it was asked: the answer turns the device around before the dialog is gone.
  const enabling = update.variables?.enabled ?? !device.enabled;
  const act = enabling ? "Enable" : "Disable";
  const leaving = enabling ? undefined : leavingWords(livePart(history));
  const confirm = () =>
    update.mutate(
      { deviceId: device.id, enabled: enabling },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: `${device.name} is ${enabling ? "enabled" : "disabled"}.` });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={`${act} ${device.name}?`}
      actLabel={`${act} device`}
      pending={update.isPending}
      error={update.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{enabling ? enablingWords(active?.name) : DISABLING}</p>
      {leaving === undefined ? null : <p>{leaving}</p>}
    </ConfirmDialog>
  );
}
