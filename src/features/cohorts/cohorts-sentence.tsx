import type { Cohort, CohortTally } from "#domain/cohort.ts";
import { cohortsSentenceParts } from "#domain/cohort-sentence.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { Sentence, SentenceLink } from "#ui/sentence.tsx";
import { soleCohort } from "./tally-goal.ts";
import type { TallyAbout } from "./tally-goal.ts";

export type CohortsSentenceProps = { readonly tally: CohortTally; readonly listed: readonly Cohort[] };

/** How many rollouts move, how many have halted; the numbers lead to them. */
export function CohortsSentence({ tally, listed }: CohortsSentenceProps) {
  const projectId = useProjectId();
  const goal = (about: TallyAbout) => {
    const cohort = soleCohort(about, tally, listed);
    if (cohort?.activeDeployment === undefined) return paths.cohorts(projectId);
    return paths.rollout(projectId, cohort.id, cohort.activeDeployment.id);
  };
  return (
    <Sentence>
      {cohortsSentenceParts(tally).map(({ text, about }) =>
        about === undefined ? (
          text
        ) : (
          <SentenceLink key={about} to={goal(about)} tone={about === "halted" ? "failed" : "plain"}>
            {text}
          </SentenceLink>
        ),
      )}
    </Sentence>
  );
}
