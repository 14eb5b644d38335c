import styled from "@emotion/styled";
import { useQueries } from "@tanstack/react-query";
import { deploymentQueries } from "#api/deployments.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { Scope } from "#domain/ids.ts";
import { joinersGet } from "#domain/joiners-get.ts";
import { joinersWords } from "#domain/joiners-words.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { SkeletonLine } from "#ui/skeleton.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { VersionText } from "#ui/version-text.tsx";

export type JoiningNoteProps = { readonly scope: Scope; readonly cohort: Cohort; readonly enabled: boolean };

/** What is deployed to a device that joins a cohort now, and when. */
export function JoiningNote({ scope, cohort, enabled }: JoiningNoteProps) {
  const ids = cohort.activeDeploymentId === undefined ? [] : [cohort.activeDeploymentId];
  const [query] = useQueries({ queries: ids.map((id) => deploymentQueries.one(scope, cohort.id, id)) });
  if (!enabled) return <p>It is disabled, so nothing is deployed to it until it is enabled.</p>;
  if (query === undefined) return <p>{joinersWords(undefined, 1)}</p>;
  if (query.data === undefined)
    return <p>{query.error === null ? <SkeletonLine width={240} /> : query.error.message}</p>;
  const active = query.data;
  return (
    <Note>
      <p>{joinersWords(joinersGet(active), 1)}</p>
      <p className="name">
        “<BidiText text={active.name} />”
      </p>
      <ul aria-label="What it holds">
        {active.components.map(({ packageId, version }) => (
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
