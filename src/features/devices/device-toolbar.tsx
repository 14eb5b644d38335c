import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { useHas } from "#api/capabilities.ts";
import type { DeviceFacets } from "#domain/device.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button } from "#ui/button.tsx";
import { Toolbar } from "#ui/card.tsx";
import { FilterMenu } from "#ui/filter-menu.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { SelectField } from "#ui/text-field.tsx";
import { ink } from "#ui/theme/tokens.ts";
import type { DeviceContext } from "./device-columns.tsx";
import { isFiltered, listing, NO_COHORT, NO_FILTER } from "./device-list-search.ts";
import type { DeviceListSearch } from "./device-list-search.ts";

export type DeviceToolbarProps = {
  readonly search: DeviceListSearch;
  readonly onSearch: (change: Partial<DeviceListSearch>) => void;
  readonly context: DeviceContext;
  readonly facets: DeviceFacets | undefined;
  readonly children?: ReactNode;
};

/** Search and filters above the list of devices. */
export function DeviceToolbar({ search, onSearch, context, facets, children }: DeviceToolbarProps) {
  // Without the fleet group the backend knows no filters of devices.
  const canFilter = useHas("fleet");
  const { tags, blueprints, cohorts } = context;
  const chosenOf = <Id extends string>(all: readonly { readonly id: Id }[], chosen: readonly string[]) =>
    all.map(({ id }) => id).filter((id) => chosen.includes(id));
  // Counted over what the list shows: once it is narrowed by blueprint, the others would read 0.
  const counts = new Map(search.blueprint.length > 0 ? [] : facets?.blueprint.map((one) => [one.value, one.count]));
  return (
    <Toolbar>
      <SearchField label="Find a device" value={search.term} onChange={(term) => onSearch(listing({ term }))} />
      {canFilter ? (
        <>
          <FilterMenu
            label="Tags"
            options={tags.map(({ id, name }) => ({ value: id, label: name }))}
            selected={search.tag}
            onChange={(chosen) => onSearch(listing({ tag: chosenOf(tags, chosen) }))}
          />
          <FilterMenu
            label="Blueprint"
            options={blueprints.map(({ id, name }) => ({ value: id, label: name, count: counts.get(id) }))}
            selected={search.blueprint}
            onChange={(chosen) => onSearch(listing({ blueprint: chosenOf(blueprints, chosen) }))}
          />
          <Choices>
            <SelectField
              label="Cohort"
              hideLabel
              value={search.cohort}
              onChange={(event) => onSearch(listing({ cohort: event.target.value }))}
              options={[
                { value: "", label: "Any cohort or none" },
                { value: NO_COHORT, label: "In no cohort" },
                ...cohorts.map(({ id, name }) => ({ value: id, label: `In ${name}` })),
                ...unlisted(search.cohort, cohorts),
              ]}
            />
            <SelectField
              label="State"
              hideLabel
              value={search.state ?? ""}
              onChange={(event) => onSearch(listing({ state: stateOf(event.target.value) }))}
              options={[
                { value: "", label: "Enabled or not" },
                { value: "enabled", label: "Enabled" },
                { value: "disabled", label: "Disabled" },
              ]}
            />
          </Choices>
        </>
      ) : null}
      {search.running === "" ? null : (
        <Button size="small" icon="times" onClick={() => onSearch(listing({ running: "" }))}>
          Running <BidiText text={search.running} maxLength={48} />
        </Button>
      )}
      {isFiltered(search) ? (
        <Button variant="quiet" size="small" onClick={() => onSearch(NO_FILTER)}>
          Clear filters
        </Button>
      ) : null}
      {children}
    </Toolbar>
  );
}

/** As high and as quiet as the buttons beside them, however long the names in them are. */
const Choices = styled.div({
  display: "flex",
  gap: 8,
  minWidth: 0,
  "&& select": { maxWidth: 196, fontSize: 13, borderColor: ink.strongLine },
});

/** A cohort that the address names and the list lacks keeps its place, or the field would say that there is no filter. */
function unlisted(cohort: string, cohorts: DeviceContext["cohorts"]) {
  if (cohort === "" || cohort === NO_COHORT || cohorts.some(({ id }) => id === cohort)) return [];
  return [{ value: cohort, label: "In another cohort" }];
}

function stateOf(value: string): DeviceListSearch["state"] {
  return value === "enabled" || value === "disabled" ? value : undefined;
}
