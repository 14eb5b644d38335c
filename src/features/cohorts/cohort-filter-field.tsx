import styled from "@emotion/styled";
import { useHas } from "#api/capabilities.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { CohortId } from "#domain/ids.ts";
import { SelectField } from "#ui/text-field.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { ANY_COHORT, listing, NO_COHORT } from "./members-search.ts";
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
    <Narrow>
      <SelectField
        label="Cohort now"
        hideLabel
        value={search.cohort}
        onChange={(event) => onSearch(listing({ cohort: event.target.value }))}
        options={[
          { value: NO_COHORT, label: "In no cohort" },
          { value: ANY_COHORT, label: "In any cohort or none" },
          ...others.map(({ id, name }) => ({ value: id, label: `In ${name}` })),
        ]}
      />
    </Narrow>
  );
}

const Narrow = styled.div({ width: 220, maxWidth: "100%", color: ink.first });
