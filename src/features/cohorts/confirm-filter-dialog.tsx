import type { Cohort } from "#domain/cohort.ts";
import type { FilterChange as Change } from "#domain/filter-preview.ts";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { FilterChange } from "./filter-change.tsx";
import type { useSaveFilter } from "./use-save-filter.ts";

export type ConfirmFilterDialogProps = {
  readonly cohort: Cohort;
  /** Who would come and go; absent while that is counted. */
  readonly change: Change | undefined;
  readonly save: ReturnType<typeof useSaveFilter>;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks for the name of a protected cohort before its filter is changed. */
export function ConfirmFilterDialog({ cohort, change, save, onConfirm, onClose }: ConfirmFilterDialogProps) {
  return (
    <ConfirmDialog
      open
      title={`Change the filter of ${cohort.name}?`}
      actLabel="Save filter"
      typedName={cohort.name}
      pending={save.pending}
      error={save.refusal ?? save.problem}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>The cohort is protected.</p>
      {change === undefined ? null : <FilterChange change={change} />}
    </ConfirmDialog>
  );
}
