import styled from "@emotion/styled";
import { countText } from "#domain/counts.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { ink } from "#ui/theme/tokens.ts";
import type { DeviceNames } from "./device-names.ts";
import type { Move } from "./move.ts";

/** Cohorts named one by one; the rest is one line. */
const NAMED = 6;

/** Where the devices come from, count by count. */
export function MoveFacts({ move, names }: { readonly move: Move; readonly names: DeviceNames }) {
  const { leaving, fromNoCohort, alreadyHere } = move;
  const rest = leaving.slice(NAMED);
  const restCount = rest.reduce((sum, { count }) => sum + count, 0);
  return (
    <Facts aria-label="Where they come from">
      {leaving.slice(0, NAMED).map(({ cohortId, count }) => (
        <li key={cohortId}>
          <b>{countText(count)}</b> {count === 1 ? "leaves" : "leave"} <BidiText text={names.cohort(cohortId)} />
        </li>
      ))}
      {rest.length === 0 ? null : (
        <li>
          <b>{countText(restCount)}</b> leave {countText(rest.length)} other {rest.length === 1 ? "cohort" : "cohorts"}
        </li>
      )}
      {fromNoCohort === 0 ? null : (
        <li>
          <b>{countText(fromNoCohort)}</b> {fromNoCohort === 1 ? "is" : "are"} in no cohort
        </li>
      )}
      {alreadyHere === 0 ? null : (
        <li>
          <b>{countText(alreadyHere)}</b>{" "}
          {alreadyHere === 1 ? "is here already and stays" : "are here already and stay"}
        </li>
      )}
    </Facts>
  );
}

const Facts = styled.ul({
  display: "grid",
  gap: 2,
  padding: 0,
  listStyle: "none",
  "& b": { display: "inline-block", minWidth: "3ch", color: ink.first },
  "& > li": { overflowWrap: "anywhere" },
});
