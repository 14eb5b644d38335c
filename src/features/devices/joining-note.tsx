import { useQueries } from "@tanstack/react-query";
import { deploymentQueries } from "#api/deployments.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { Scope } from "#domain/ids.ts";
import { joinersGet } from "#domain/joiners-get.ts";
import { joinersWords } from "#domain/joiners-words.ts";
import { JoinersNote } from "#ui/joiners-note.tsx";
import { SkeletonLine } from "#ui/skeleton.tsx";

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
    <JoinersNote
      words={joinersWords(joinersGet(active), 1)}
      deploymentName={active.name}
      components={active.components}
    />
  );
}
