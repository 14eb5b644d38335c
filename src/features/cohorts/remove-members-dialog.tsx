import { useState } from "react";
import { newKey } from "#api/chance.ts";
import { useRemoveMembers } from "#api/cohorts.ts";
import { useScope } from "#api/scope.ts";
import type { Cohort } from "#domain/cohort.ts";
import { devicesText } from "#domain/counts.ts";
import type { DeviceId } from "#domain/ids.ts";
import { useProjectId } from "#navigation/params.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import { removedWords } from "./removed-words.ts";

export type RemoveMembersDialogProps = {
  readonly cohort: Cohort;
  readonly deviceIds: readonly DeviceId[];
  readonly onRemoved: () => void;
  readonly onClose: () => void;
};

/** Asks before devices leave a cohort: how many, and that they keep what they run. */
export function RemoveMembersDialog({ cohort, deviceIds, onRemoved, onClose }: RemoveMembersDialogProps) {
  const remove = useRemoveMembers(useScope(useProjectId()), cohort.id);
  const [idempotencyKey] = useState(newKey);
  const devices = devicesText(deviceIds.length);
  const one = deviceIds.length === 1;
  const confirm = () =>
    remove.mutate(
      { deviceIds, idempotencyKey },
      {
        onSuccess: ({ moved }) => {
          showToast(removedWords(cohort, moved, deviceIds.length));
          onRemoved();
          onClose();
        },
      },
    );
  const landing = cohort.activeDeployment?.settled === false ? cohort.activeDeployment : undefined;
  return (
    <ConfirmDialog
      open
      title={`Remove ${devices} from ${cohort.name}?`}
      actLabel={`Remove ${devices}`}
      {...(cohort.protected ? { typedName: cohort.name } : {})}
      pending={remove.isPending}
      error={remove.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      {cohort.kind === "dynamic" ? (
        <p>
          Only who was placed here by hand can go. What matches the filter stays: change the filter, or the tags of the
          device, instead.
        </p>
      ) : null}
      <p>
        {one ? "It keeps what it runs and goes" : "They keep what they run and go"} to a dynamic cohort that matches, or
        to none. Nothing that is deployed to this one reaches {one ? "it" : "them"} any more.
      </p>
      {landing === undefined ? null : (
        <p>
          “<BidiText text={landing.name} />” is still landing: a device that does not have it yet is marked Cancelled in
          it.
        </p>
      )}
    </ConfirmDialog>
  );
}
