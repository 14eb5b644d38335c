import { useState } from "react";
import { useAddMembers } from "#api/cohorts.ts";
import { useScope } from "#api/scope.ts";
import type { Cohort } from "#domain/cohort.ts";
import { countText, devicesText } from "#domain/counts.ts";
import { useProjectId } from "#navigation/params.ts";
import { Callout } from "#ui/callout.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import { TypedNameField, typedNameReason } from "#ui/typed-name-field.tsx";
import type { DeviceNames } from "./device-names.ts";
import { JoinersGet } from "./joiners-get.tsx";
import { chosenCount, movedCount, moveOf } from "./move.ts";
import type { Choice } from "./move.ts";
import { MoveFacts } from "./move-facts.tsx";
import type { Fleet } from "./use-fleet.ts";

/** A choice that is being confirmed. */
export type Confirming = {
  readonly choice: Choice;
  /** Names the act, so that a lost answer does not do it twice. */
  readonly idempotencyKey: string;
  /** As many were confirmed before the number moved. */
  readonly countBefore?: number;
};

export type AddConfirmDialogProps = {
  readonly cohort: Cohort;
  readonly fleet: Fleet;
  readonly names: DeviceNames;
  readonly confirming: Confirming;
  /** What the filter matches has changed since it was counted. */
  readonly onMoved: (before: Choice) => void;
  readonly onAdded: () => void;
  readonly onClose: () => void;
};

/** Step two of adding devices: how many, which cohorts they leave, and what is deployed to them at once. */
export function AddConfirmDialog(props: AddConfirmDialogProps) {
  const { cohort, fleet, names, confirming, onMoved, onAdded, onClose } = props;
  const { choice, idempotencyKey, countBefore } = confirming;
  const add = useAddMembers(useScope(useProjectId()), cohort.id);
  const move = moveOf(choice, cohort.id);
  const moved = movedCount(move);
  const [typed, setTyped] = useState("");
  const typedName = cohort.protected ? cohort.name : undefined;
  const stale = add.error?.failure.kind === "stale";
  const what =
    choice.kind === "matching"
      ? { filter: choice.filter, expectedCount: choice.total }
      : { deviceIds: [...choice.devices.keys()] };
  const send = () =>
    add.mutate(
      { ...what, idempotencyKey },
      {
        onSuccess: (result) => {
          showToast({ tone: "succeeded", text: `${devicesText(result.moved)} added to “${cohort.name}”.` });
          onAdded();
        },
        onError: ({ failure }) => (failure.kind === "stale" ? onMoved(choice) : undefined),
      },
    );
  return (
    <FormDialog
      open
      title={`Add ${devicesText(moved)} to ${cohort.name}?`}
      actLabel={`Add ${devicesText(moved)}`}
      closeLabel="Back"
      pending={add.isPending}
      error={stale ? undefined : add.error?.message}
      disabledReason={moved === 0 ? "All of them are here already." : typedNameReason(typedName, typed)}
      onSubmit={send}
      onClose={onClose}
    >
      {countBefore === undefined ? null : (
        <Callout tone="caution" live title="Nothing was moved.">
          The filter matched {countText(countBefore)} when you confirmed and matches {countText(chosenCount(choice))}{" "}
          now. Look at the numbers again.
        </Callout>
      )}
      <MoveFacts move={move} names={names} />
      <JoinersGet cohort={cohort} fleet={fleet} count={moved} />
      {cohort.kind === "dynamic" ? <p>Placed by hand, they stay here whatever the filter says.</p> : null}
      {typedName === undefined ? null : <TypedNameField name={typedName} value={typed} onChange={setTyped} />}
    </FormDialog>
  );
}
