import { useHas } from "#api/capabilities.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { CohortId } from "#domain/ids.ts";
import { SelectField } from "#ui/text-field.tsx";
import { listing, NO_COHORT } from "./members-search.ts";
import type { MembersSearch } from "./members-search.ts";

export type CohortFilterFieldProps = {
  readonly cohorts: readonly Cohort[];
  readonly here: CohortId;
  readonly search: MembersSearch;
  readonly onSearch: (change: Partial<MembersSearch>) => void;
};

/** Narrows devices to those of one other cohort, or of none. */
export function CohortFilterField({ cohorts, here, search, onSearch }: CohortFilterFieldProps) {
  if (!useHas("fleet")) return null;
  const others = cohorts.filter(({ id }) => id !== here);
  return (
    <SelectField
      label="Cohort now"
      hideLabel
      value={search.cohort}
      onChange={(event) => onSearch(listing({ cohort: event.target.value }))}
      options={[
        { value: "", label: "In any cohort or none" },
        { value: NO_COHORT, label: "In no cohort" },
        ...others.map(({ id, name }) => ({ value: id, label: `In ${name}` })),
      ]}
    />
  );
}
