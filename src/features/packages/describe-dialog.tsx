import { useState } from "react";
import { useUpdatePackage } from "#api/packages.ts";
import { useScope } from "#api/scope.ts";
import { descriptionProblem } from "#domain/name.ts";
import type { Package } from "#domain/package.ts";
import { useProjectId } from "#navigation/params.ts";
import { announce } from "#ui/announcer.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { TextArea } from "#ui/text-field.tsx";
import { refusalAt } from "./package-form.ts";

export type DescribeDialogProps = { readonly about: Package; readonly onClose: () => void };

/** Changes what a package is described as. */
export function DescribeDialog({ about, onClose }: DescribeDialogProps) {
  const update = useUpdatePackage(useScope(useProjectId()));
  const [description, setDescription] = useState(about.description);
  const problem = descriptionProblem(description);
  const place = refusalAt(update.error?.failure);
  const send = () => {
    if (problem !== undefined) return;
    update.mutate(
      { packageId: about.id, description: description.trim() },
      {
        onSuccess: () => {
          announce("Description saved");
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      open
      title={`Describe ${about.id}`}
      actLabel="Save description"
      pending={update.isPending}
      error={place === "description" ? undefined : update.error?.message}
      onSubmit={send}
      onClose={onClose}
    >
      <TextArea
        label="Description"
        optional
        help="What it is for, and where it comes from."
        error={problem ?? (place === "description" ? update.error?.message : undefined)}
        value={description}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type this
        autoFocus
        onChange={(event) => setDescription(event.target.value)}
      />
    </FormDialog>
  );
}
