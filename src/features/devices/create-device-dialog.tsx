import { useQuery } from "@tanstack/react-query";
import { blueprintQueries, useCreateBlueprint } from "#api/blueprints.ts";
import { tagQueries, useCreateTag } from "#api/tags.ts";
import type { Scope } from "#domain/ids.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { PickField } from "#ui/pick-field.tsx";
import { TextArea, TextField } from "#ui/text-field.tsx";
import { useNewDevice } from "./use-new-device.ts";

export type CreateDeviceDialogProps = { readonly scope: Scope; readonly onClose: () => void };

/** Makes a device and goes to it. */
export function CreateDeviceDialog({ scope, onClose }: CreateDeviceDialogProps) {
  const { data: tags = [] } = useQuery(tagQueries.list(scope));
  const { data: blueprints = [] } = useQuery(blueprintQueries.list(scope));
  const makeTag = useCreateTag(scope);
  const makeBlueprint = useCreateBlueprint(scope);
  const { name, nameField, hardwareIds, idsField, ...form } = useNewDevice(scope);
  return (
    <FormDialog
      open
      title="Create device"
      actLabel="Create device"
      pending={form.pending}
      error={form.error}
      onSubmit={form.send}
      onClose={onClose}
    >
      <TextField
        ref={nameField}
        label="Name"
        help="Unique in the project."
        error={name.error}
        value={name.value}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type this
        autoFocus
        onChange={(event) => name.type(event.target.value)}
      />
      <TextArea
        ref={idsField}
        label="Hardware ids"
        optional
        rows={2}
        help="Serial numbers, IMEIs or MAC addresses: one a line, or parted by commas."
        error={hardwareIds.error}
        value={hardwareIds.value}
        onChange={(event) => hardwareIds.type(event.target.value)}
      />
      <PickField
        label="Blueprint"
        optional
        single
        word="blueprint"
        help="What hardware it is; decides which artifacts fit it."
        options={blueprints}
        chosen={form.blueprints.value}
        onChange={form.blueprints.choose}
        onMake={(made) => makeBlueprint.mutateAsync({ name: made })}
      />
      <PickField
        label="Tags"
        optional
        word="tag"
        help="Labels such as region=eu."
        options={tags}
        chosen={form.tags.value}
        onChange={form.tags.choose}
        onMake={(made) => makeTag.mutateAsync({ name: made })}
      />
    </FormDialog>
  );
}
