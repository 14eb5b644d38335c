import styled from "@emotion/styled";
import { comparePackages } from "#domain/composition.ts";
import type { Cohort } from "#domain/cohort.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { VersionText } from "#ui/version-text.tsx";
import { joinersGet } from "#domain/joiners-get.ts";
import { joinersWords } from "#domain/joiners-words.ts";
import type { Fleet } from "./use-fleet.ts";

export type JoinersGetProps = { readonly cohort: Cohort; readonly fleet: Fleet; readonly count: number };

/** What is deployed to devices that join now, and when. */
export function JoinersGet({ cohort, fleet, count }: JoinersGetProps) {
  const { active, deployed, mainPackageId } = fleet;
  if (active === undefined) {
    return cohort.activeDeploymentId === undefined ? (
      <p>{joinersWords(undefined, count)}</p>
    ) : (
      <p>Reading what is deployed to this cohort…</p>
    );
  }
  const inOrder = comparePackages(mainPackageId);
  return (
    <Note>
      <p>{joinersWords(joinersGet(active), count)}</p>
      <p className="name">
        “<BidiText text={active.name} />”
      </p>
      <ul aria-label="What it holds">
        {[...deployed]
          .toSorted(([a], [b]) => inOrder(a, b))
          .map(([packageId, version]) => (
            <li key={packageId}>
              <BidiText text={packageId} /> <VersionText version={version} />
            </li>
          ))}
      </ul>
    </Note>
  );
}

const Note = styled.div({
  padding: "10px 14px",
  border: `1px solid ${ink.line}`,
  borderRadius: 8,
  background: ink.ground,
  fontSize: 13,
  "& > .name": { marginTop: 6, color: ink.first, fontWeight: 500, overflowWrap: "anywhere" },
  "& > ul": { display: "flex", flexWrap: "wrap", gap: "0 14px", padding: 0, listStyle: "none", color: ink.third },
  "& > ul > li > span": { color: ink.first },
});
