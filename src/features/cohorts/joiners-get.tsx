import { comparePackages } from "#domain/composition.ts";
import type { Cohort } from "#domain/cohort.ts";
import { joinersGet } from "#domain/joiners-get.ts";
import { joinersWords } from "#domain/joiners-words.ts";
import { JoinersNote } from "#ui/joiners-note.tsx";
import type { Fleet } from "./use-fleet.ts";

export type JoinersGetProps = { readonly cohort: Cohort; readonly fleet: Fleet; readonly count: number };

/** What is deployed to devices that join now, and when. */
export function JoinersGet({ cohort, fleet, count }: JoinersGetProps) {
  const { active, mainPackageId } = fleet;
  if (active === undefined) {
    return cohort.activeDeploymentId === undefined ? (
      <p>{joinersWords(undefined, count)}</p>
    ) : (
      <p>Reading what is deployed to this cohort…</p>
    );
  }
  const inOrder = comparePackages(mainPackageId);
  return (
    <JoinersNote
      words={joinersWords(joinersGet(active), count)}
      deploymentName={active.name}
      components={active.components.toSorted((a, b) => inOrder(a.packageId, b.packageId))}
    />
  );
}
