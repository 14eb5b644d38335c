import { worldNowMs } from "#api/client.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { ProjectId } from "#domain/ids.ts";
import { yankedMeaning } from "#domain/yanked-version.ts";
import { paths } from "#navigation/paths.ts";
import { LinkButton } from "#ui/button.tsx";
import { YankedCallout } from "#ui/yanked-callout.tsx";

type YankedNoteProps = { readonly projectId: ProjectId; readonly cohort: Cohort; readonly deployment: Deployment };

/** Warns that the rollout hands out what nobody is to deploy any more; nothing of one that is of the past. */
export function YankedNote({ projectId, cohort, deployment }: YankedNoteProps) {
  const { yanked = [] } = deployment;
  const meaning = yankedMeaning(deployment);
  if (yanked.length === 0 || meaning === undefined) return null;
  const mayDeploy = cohort.frozen === undefined && !cohort.archived;
  return (
    <YankedCallout
      yanked={yanked}
      meaning={meaning}
      readMs={worldNowMs}
      {...(mayDeploy
        ? {
            actions: (
              <LinkButton size="small" to={paths.deploy(projectId, cohort.id)}>
                Deploy another version
              </LinkButton>
            ),
          }
        : {})}
    />
  );
}
