import styled from "@emotion/styled";
import type { Cohort } from "#domain/cohort.ts";
import { Badge, Chip } from "#ui/state-chip.tsx";

/** What sets a cohort apart, beside its name: archived, frozen, protected, filled by a filter. */
export function CohortMarks({ cohort }: { readonly cohort: Cohort }) {
  return (
    <>
      {cohort.archived ? <Badge>Archived</Badge> : null}
      {cohort.kind === "dynamic" ? <Badge>Dynamic</Badge> : null}
      {cohort.frozen === undefined ? null : (
        <Mark>
          <Chip icon="frozen" tone="caution">
            Frozen
          </Chip>
        </Mark>
      )}
      {cohort.protected ? (
        <Mark title="Acts on it ask for its name">
          <Chip icon="lock" tone="neutral">
            Protected
          </Chip>
        </Mark>
      ) : null}
    </>
  );
}

// Beside a heading, in the size of the words below it.
const Mark = styled.span({ display: "inline-flex", lineHeight: "16px", letterSpacing: 0 });
