import styled from "@emotion/styled";
import { useQuery } from "@tanstack/react-query";
import { blueprintQueries } from "#api/blueprints.ts";
import { useScope } from "#api/scope.ts";
import { tagQueries } from "#api/tags.ts";
import type { Cohort, CohortFilter } from "#domain/cohort.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { Link } from "#ui/link.tsx";
import { TagChip, TagRow } from "#ui/tag-chip.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { isEmptyFilter } from "./cohort-draft.ts";

export type FilterLineProps = { readonly cohort: Cohort; readonly filter: CohortFilter };

/** Which devices a dynamic cohort takes, in one line. */
export function FilterLine({ cohort, filter }: FilterLineProps) {
  const projectId = useProjectId();
  const scope = useScope(projectId);
  const { data: tags = [] } = useQuery(tagQueries.list(scope));
  const { data: blueprints = [] } = useQuery(blueprintQueries.list(scope));
  const { tagIds, blueprintIds } = filter;
  return (
    <Line aria-label="Filter">
      {isEmptyFilter(filter) ? "Takes every device that nobody placed" : "Takes every device"}
      {tagIds.length === 0 ? null : (
        <>
          {tagIds.length > 1 ? " with all of" : " with"}
          <TagRow>
            {tagIds.map((tagId) => (
              <TagChip key={tagId} name={tags.find(({ id }) => id === tagId)?.name ?? "another tag"} />
            ))}
          </TagRow>
        </>
      )}
      {blueprintIds.length === 0 ? null : (
        <>
          {blueprintIds.length > 1 ? " of any of" : " of"}
          <TagRow>
            {blueprintIds.map((blueprintId) => (
              <TagChip
                key={blueprintId}
                name={blueprints.find(({ id }) => id === blueprintId)?.name ?? "other hardware"}
              />
            ))}
          </TagRow>
        </>
      )}
      {cohort.archived ? null : <Link to={paths.cohortFilter(projectId, cohort.id)}>Edit filter</Link>}
    </Line>
  );
}

const Line = styled.p({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "4px 8px",
  fontSize: 13,
  lineHeight: "20px",
  color: ink.second,
  "& > a": { marginLeft: 4, padding: "2px 0" },
});
