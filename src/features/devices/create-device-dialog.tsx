import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { blueprintQueries, useCreateBlueprint } from "#api/blueprints.ts";
import { newKey } from "#api/chance.ts";
import { useCreateDevice } from "#api/devices.ts";
import { tagQueries, useCreateTag } from "#api/tags.ts";
import type { BlueprintId, Scope, TagId } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { PickField } from "#ui/pick-field.tsx";
import { TextArea, TextField } from "#ui/text-field.tsx";
import { showToast } from "#ui/toasts.tsx";
import { hardwareIdsOf, problemsOf, refusalAt } from "./device-form.ts";

export type CreateDeviceDialogProps = { readonly scope: Scope; readonly onClose: () => void };

/** Makes a device and goes to it. */
export function CreateDeviceDialog({ scope, onClose }: CreateDeviceDialogProps) {
  const { data: tags = [] } = useQuery(tagQueries.list(scope));
  const { data: blueprints = [] } = useQuery(blueprintQueries.list(scope));
  const makeTag = useCreateTag(scope);
  const makeBlueprint = useCreateBlueprint(scope);
  const create = useCreateDevice(scope);
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [hardwareIds, setHardwareIds] = useState("");
  const [blueprintIds, setBlueprintIds] = useState<readonly BlueprintId[]>([]);
  const [tagIds, setTagIds] = useState<readonly TagId[]>([]);
  const [sent, setSent] = useState<{ readonly what: string; readonly idempotencyKey: string }>();
  const nameField = useRef<HTMLInputElement>(null);
  const idsField = useRef<HTMLTextAreaElement>(null);

  const [blueprintId] = blueprintIds;
  const device = {
    name: name.trim(),
    hardwareIds: hardwareIdsOf(hardwareIds),
    tagIds,
    ...(blueprintId === undefined ? {} : { blueprintId }),
  };
  const what = JSON.stringify(device);
  const place = sent?.what === what ? refusalAt(create.error?.failure) : undefined;
  // The focus goes to where the answer is.
  useEffect(() => {
    if (place === "name") nameField.current?.select();
    else if (place === "hardwareIds") idsField.current?.focus();
  }, [place]);

  const problems = sent === undefined ? {} : problemsOf({ name, hardwareIds });
  const send = () => {
    const wrong = problemsOf({ name, hardwareIds });
    // The same device is the same act, also when its first answer was lost.
    const act = sent?.what === what ? sent : { what, idempotencyKey: newKey() };
    setSent(act);
    if (wrong.name !== undefined) nameField.current?.focus();
    else if (wrong.hardwareIds !== undefined) idsField.current?.focus();
    if (Object.keys(wrong).length > 0) return;
    create.mutate(
      { ...device, idempotencyKey: act.idempotencyKey },
      {
        onSuccess: (made) => {
          showToast({ tone: "succeeded", text: `Device “${made.name}” created.` });
          // The page reports what becomes of the way there.
          void navigate(paths.device(scope.projectId, made.id));
        },
      },
    );
  };
  return (
    <FormDialog
      open
      title="Create device"
      actLabel="Create device"
      pending={create.isPending}
      error={place === "form" ? create.error?.message : undefined}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        ref={nameField}
        label="Name"
        help="Unique in the project."
        error={problems.name ?? (place === "name" ? create.error?.message : undefined)}
        value={name}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type this
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
      <TextArea
        ref={idsField}
        label="Hardware ids"
        optional
        rows={2}
        help="Serial numbers, IMEIs or MAC addresses: one a line, or parted by commas."
        error={problems.hardwareIds ?? (place === "hardwareIds" ? create.error?.message : undefined)}
        value={hardwareIds}
        onChange={(event) => setHardwareIds(event.target.value)}
      />
      <PickField
        label="Blueprint"
        optional
        single
        word="blueprint"
        help="What hardware it is; decides which artifacts fit it."
        options={blueprints}
        chosen={blueprintIds}
        onChange={setBlueprintIds}
        onMake={(made) => makeBlueprint.mutateAsync({ name: made })}
      />
      <PickField
        label="Tags"
        optional
        word="tag"
        help="Labels such as region=eu."
        options={tags}
        chosen={tagIds}
        onChange={setTagIds}
        onMake={(made) => makeTag.mutateAsync({ name: made })}
      />
    </FormDialog>
  );
}
