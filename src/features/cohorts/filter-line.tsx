import styled from "@emotion/styled";
import { useQuery } from "@tanstack/react-query";
import { blueprintQueries } from "#api/blueprints.ts";
import { useScope } from "#api/scope.ts";
import { tagQueries } from "#api/tags.ts";
import type { Cohort, CohortFilter } from "#domain/cohort.ts";
import { isEmptyFilter } from "#domain/cohort-filter.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { Link } from "#ui/link.tsx";
import { TagChip } from "#ui/tag-chip.tsx";
import { ink } from "#ui/theme/tokens.ts";

export type FilterLineProps = { readonly cohort: Cohort; readonly filter: CohortFilter };

/** Which devices a dynamic cohort takes, in one line. */
export function FilterLine({ cohort, filter }: FilterLineProps) {
  const projectId = useProjectId();
  const scope = useScope(projectId);
  const { data: tags = [] } = useQuery(tagQueries.list(scope));
  const { data: blueprints = [] } = useQuery(blueprintQueries.list(scope));
  const { tagIds, blueprintIds } = filter;
  const tagNames = tagIds.map((tagId) => tags.find(({ id }) => id === tagId)?.name ?? "another tag");
  const boards = blueprintIds.map(
    (blueprintId) => blueprints.find(({ id }) => id === blueprintId)?.name ?? "other hardware",
  );
  return (
    <Line>
      {isEmptyFilter(filter) ? "Takes every device that nobody placed elsewhere" : "Takes every device"}{" "}
      <Named before="tagged" between="and" names={tagNames} />
      <Named before={tagIds.length === 0 ? "of blueprint" : "and of blueprint"} between="or" names={boards} />
      {cohort.archived ? null : <Link to={paths.cohortFilter(projectId, cohort.id)}>Edit filter</Link>}
    </Line>
  );
}

type NamedProps = { readonly before: string; readonly between: string; readonly names: readonly string[] };

function Named({ before, between, names }: NamedProps) {
  return names.map((name, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- two of them may be called the same
    <span key={index}>
      {index === 0 ? before : between} <TagChip name={name} />{" "}
    </span>
  ));
}

const Line = styled.p({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "4px 5px",
  fontSize: 13,
  lineHeight: "20px",
  color: ink.second,
  "& > a": { marginLeft: 8, padding: "2px 0" },
});
