import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { cohortQueries } from "#api/cohorts.ts";
import { useUpdateDevice } from "#api/devices.ts";
import type { CohortId } from "#domain/ids.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { PickField } from "#ui/pick-field.tsx";
import { showToast } from "#ui/toasts.tsx";
import { useDebounced } from "#ui/use-debounced.ts";
import { leavingWords, livePart } from "./act-words.ts";
import type { DeviceDialogProps } from "./enable-dialog.tsx";
import { JoiningNote } from "./joining-note.tsx";
import { COHORTS_TO_CHOOSE_FROM } from "./use-cohort-names.ts";

/** Typing rests this long before cohorts are looked up. */
const REST_MS = 250;

/** Puts a device into a cohort, after saying what is deployed to it at once. */
export function CohortDialog({ scope, view, onClose }: DeviceDialogProps) {
  const { device, cohort, history = [] } = view;
  const update = useUpdateDevice(scope);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<readonly CohortId[]>([]);
  const [tried, setTried] = useState(false);
  const term = useDebounced(text.trim(), REST_MS);
  const found = useQuery(cohortQueries.list(scope, { ...COHORTS_TO_CHOOSE_FROM, ...(term === "" ? {} : { term }) }));
  const [cohortId] = chosen;
  const [picked] = useQueries({ queries: chosen.map((id) => cohortQueries.one(scope, id)) });
  const options = (found.data?.list ?? []).filter(({ id, archived }) => id !== device.cohortId && !archived);
  const to = picked?.data;
  const leaving = leavingWords(livePart(history));
  const send = () => {
    setTried(true);
    if (cohortId === undefined) return;
    update.mutate(
      { deviceId: device.id, cohortId },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: `${device.name} is in “${to?.name ?? "its new cohort"}” now.` });
          onClose();
        },
      },
    );
  };
  const missing = tried && cohortId === undefined ? "Choose a cohort." : undefined;
  return (
    <FormDialog
      open
      title={cohort === undefined ? `Add ${device.name} to a cohort` : `Move ${device.name} to another cohort`}
      actLabel={cohort === undefined ? "Add device" : "Move device"}
      pending={update.isPending}
      error={update.error?.message}
      onSubmit={send}
      onClose={onClose}
    >
      <PickField
        label="Cohort"
        single
        word="cohort"
        options={to === undefined || options.some(({ id }) => id === to.id) ? options : [...options, to]}
        chosen={chosen}
        error={missing ?? found.error?.message}
        onChange={setChosen}
        onText={setText}
      />
      {cohort === undefined ? null : (
        <p>
          It leaves “<bdi>{cohort.name}</bdi>”. {leaving}
        </p>
      )}
      {to === undefined ? null : <JoiningNote scope={scope} cohort={to} enabled={device.enabled} />}
    </FormDialog>
  );
}
