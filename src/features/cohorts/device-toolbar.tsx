import type { ReactNode } from "react";
import { useHas } from "#api/capabilities.ts";
import type { Blueprint } from "#domain/blueprint.ts";
import type { Tag } from "#domain/tag.ts";
import { Button } from "#ui/button.tsx";
import { Toolbar } from "#ui/card.tsx";
import { FilterMenu } from "#ui/filter-menu.tsx";
import { focusHeading } from "#ui/focus-heading.ts";
import { SearchField } from "#ui/search-field.tsx";
import { hasWords, listing, NO_WORDS } from "./members-search.ts";
import type { MembersSearch } from "./members-search.ts";

export type DeviceToolbarProps = {
  readonly search: MembersSearch;
  readonly onSearch: (change: Partial<MembersSearch>) => void;
  readonly tags: readonly Tag[];
  readonly blueprints: readonly Blueprint[];
  /** More filters. */
  readonly filters?: ReactNode;
  /** What stands at the end. */
  readonly children?: ReactNode;
};

/** Search and filters above a list of devices. */
export function DeviceToolbar({ search, onSearch, tags, blueprints, filters, children }: DeviceToolbarProps) {
  // Without the fleet group the backend knows no filters of devices.
  const canFilter = useHas("fleet");
  const idsOf = <Id extends string>(all: readonly { readonly id: Id }[], chosen: readonly string[]) =>
    all.map(({ id }) => id).filter((id) => chosen.includes(id));
  const clear = () => {
    focusHeading();
    onSearch(NO_WORDS);
  };
  return (
    <Toolbar>
      <SearchField label="Find a device" value={search.term} onChange={(term) => onSearch(listing({ term }))} />
      {canFilter ? (
        <>
          <FilterMenu
            label="Tags"
            options={tags.map(({ id, name }) => ({ value: id, label: name }))}
            selected={search.tag}
            onChange={(chosen) => onSearch(listing({ tag: idsOf(tags, chosen) }))}
          />
          <FilterMenu
            label="Blueprint"
            options={blueprints.map(({ id, name }) => ({ value: id, label: name }))}
            selected={search.blueprint}
            onChange={(chosen) => onSearch(listing({ blueprint: idsOf(blueprints, chosen) }))}
          />
        </>
      ) : null}
      {filters}
      {hasWords(search) ? (
        <Button variant="quiet" size="small" onClick={clear}>
          Clear filters
        </Button>
      ) : null}
      {children}
    </Toolbar>
  );
}
