import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { newKey } from "#api/chance.ts";
import { useCreateDevice } from "#api/devices.ts";
import type { BlueprintId, Scope, TagId } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { showToast } from "#ui/toasts.tsx";
import { hardwareIdsOf, problemsOf, refusalAt } from "./device-form.ts";

/** The form of a new device: what was entered, what is wrong with it, and its sending. */
export function useNewDevice(scope: Scope) {
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
  const refused = (field: NonNullable<typeof place>) => (place === field ? create.error?.message : undefined);
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
  return {
    name: { value: name, error: problems.name ?? refused("name"), type: setName },
    hardwareIds: {
      value: hardwareIds,
      error: problems.hardwareIds ?? refused("hardwareIds"),
      type: setHardwareIds,
    },
    blueprints: { value: blueprintIds, choose: setBlueprintIds },
    tags: { value: tagIds, choose: setTagIds },
    nameField,
    idsField,
    pending: create.isPending,
    error: refused("form"),
    send,
  };
}
