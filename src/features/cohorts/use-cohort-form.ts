import { useController, useForm, useWatch } from "react-hook-form";
import type { ApiError } from "#api/error.ts";
import { nameProblem } from "#domain/name.ts";
import { filterProblem, NO_TAGS_NO_BLUEPRINTS, type CohortDraft } from "./cohort-draft.ts";
import { refusedAt } from "./refused-at.ts";

/** The form of a new cohort: its fields, what is wrong with them, and where the focus goes when something is. */
export function useCohortForm() {
  const { register, handleSubmit, control, setError, setFocus, formState } = useForm<CohortDraft>({
    defaultValues: { name: "", kind: "manual", filter: NO_TAGS_NO_BLUEPRINTS },
  });
  // Before the filter: of two wrong fields the first on the page gets the focus.
  const name = register("name", { validate: (text) => nameProblem(text) ?? true });
  const { field: filter } = useController({
    control,
    name: "filter",
    rules: { validate: (chosen, { kind }) => (kind === "manual" ? true : (filterProblem(chosen) ?? true)) },
  });
  const isDynamic = useWatch({ control, name: "kind" }) === "dynamic";
  return {
    name,
    kind: register("kind"),
    filter,
    isDynamic,
    nameError: formState.errors.name?.message,
    filterError: formState.errors.filter?.message,
    handleSubmit,
    /** The backend's word against a field stands at that field. */
    refuse: ({ failure, message }: ApiError) => {
      const at = refusedAt(failure);
      if (at === undefined) return;
      setError(at, { message });
      setFocus(at);
    },
    clearFilter: () => {
      filter.onChange(NO_TAGS_NO_BLUEPRINTS);
      // The button that was pressed goes with the numbers.
      setFocus("filter");
    },
  };
}
