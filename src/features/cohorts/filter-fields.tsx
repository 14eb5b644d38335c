import type { Ref } from "react";
import type { Blueprint } from "#domain/blueprint.ts";
import type { CohortFilter } from "#domain/cohort.ts";
import type { Tag } from "#domain/tag.ts";
import { PickField } from "#ui/pick-field.tsx";

export type FilterFieldsProps = {
  readonly filter: CohortFilter;
  readonly onChange: (filter: CohortFilter) => void;
  readonly tags: readonly Tag[];
  readonly blueprints: readonly Blueprint[];
  /** What is wrong with the filter as a whole; said at the first field. */
  readonly error: string | undefined;
  readonly firstRef: Ref<HTMLInputElement>;
};

/** Which devices a dynamic cohort takes: all of the tags, any of the blueprints. */
export function FilterFields({ filter, onChange, tags, blueprints, error, firstRef }: FilterFieldsProps) {
  return (
    <>
      <PickField
        label="Tags"
        help="A device must carry all of them."
        word="tag"
        options={tags}
        chosen={filter.tagIds}
        onChange={(tagIds) => onChange({ ...filter, tagIds })}
        error={error}
        inputRef={firstRef}
      />
      <PickField
        label="Blueprints"
        help={
          filter.blueprintIds.length > 1
            ? "A device must be of any of them."
            : "A device must be of one of them. Without any, the hardware does not matter."
        }
        word="blueprint"
        options={blueprints}
        chosen={filter.blueprintIds}
        onChange={(blueprintIds) => onChange({ ...filter, blueprintIds })}
      />
    </>
  );
}
