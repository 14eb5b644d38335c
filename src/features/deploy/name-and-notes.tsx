import type { UseFormRegister } from "react-hook-form";
import { nameProblem, notesProblem } from "#domain/name.ts";
import { Card, Stack } from "#ui/card.tsx";
import { TextArea, TextField } from "#ui/text-field.tsx";
import type { DeployContext } from "./deploy-context.ts";
import type { DraftProblem } from "./draft-problems.ts";
import { withName } from "./draft.ts";

type NameAndNotesProps = {
  readonly deploy: DeployContext;
  readonly register: UseFormRegister<{ name: string; notes: string }>;
  readonly problems: readonly DraftProblem[];
};

/** What the deployment is called, and what there is to say of it where the backend keeps that. */
export function NameAndNotes({ deploy, register, problems }: NameAndNotesProps) {
  const { draft, change, takesNotes } = deploy;
  const errorOf = (field: "name" | "notes") => problems.find((problem) => problem.field === field)?.message;
  return (
    <Card>
      <Stack>
        <TextField
          {...register("name", {
            validate: (text) => nameProblem(text) ?? true,
            onChange: (event) => change(withName(draft, event.target.value)),
          })}
          label="Name"
          required
          error={errorOf("name")}
        />
        {takesNotes ? (
          <TextArea
            {...register("notes", {
              validate: (text) => notesProblem(text) ?? true,
              onChange: (event) => change({ ...draft, notes: event.target.value }),
            })}
            label="Notes"
            optional
            rows={2}
            error={errorOf("notes")}
          />
        ) : null}
      </Stack>
    </Card>
  );
}
