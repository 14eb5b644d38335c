import { worldNowMs } from "#api/client.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { ProjectId } from "#domain/ids.ts";
import { yankedMeaning } from "#domain/yanked-version.ts";
import { paths } from "#navigation/paths.ts";
import { LinkButton } from "#ui/button.tsx";
import { YankedCallout } from "#ui/yanked-callout.tsx";

type YankedNoteProps = { readonly projectId: ProjectId; readonly cohort: Cohort };

/** Warns that what the cohort runs holds a version that nobody is to deploy any more. */
export function YankedNote({ projectId, cohort: { id, activeDeployment } }: YankedNoteProps) {
  const meaning = activeDeployment === undefined ? undefined : yankedMeaning(activeDeployment);
  if (activeDeployment?.yanked === undefined || meaning === undefined) return null;
  return (
    <YankedCallout
      yanked={activeDeployment.yanked}
      meaning={meaning}
      readMs={worldNowMs}
      actions={
        <LinkButton size="small" to={paths.rollout(projectId, id, activeDeployment.id)}>
          See the rollout
        </LinkButton>
      }
    />
  );
}
