import styled from "@emotion/styled";
import { countText } from "#domain/counts.ts";
import type { FilterOverlap } from "#domain/filter-preview.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Link } from "#ui/link.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { overlapWords } from "./filter-words.ts";

/** The dynamic cohorts that match some of the same devices, and which of them gets those: the oldest. */
export function OverlapList({ overlaps }: { readonly overlaps: readonly FilterOverlap[] }) {
  const projectId = useProjectId();
  if (overlaps.length === 0) return <None>No other dynamic cohort matches any of them.</None>;
  return (
    <Overlaps>
      {overlaps.map(({ cohortId, name, count, wins }) => (
        <li key={cohortId}>
          <b>{countText(count)}</b> also {count === 1 ? "matches" : "match"}{" "}
          <Link to={paths.cohortDevices(projectId, cohortId)}>
            <BidiText text={name} maxLength={60} />
          </Link>
          , which {overlapWords({ count, wins })}
        </li>
      ))}
    </Overlaps>
  );
}

const Overlaps = styled.ul({
  display: "grid",
  gap: 4,
  padding: 0,
  listStyle: "none",
  color: ink.second,
  overflowWrap: "anywhere",
  "& b": { color: ink.first, fontWeight: 650 },
});
const None = styled.p({ color: ink.third });
