import { paths } from "#navigation/paths.ts";
import { LinkButton } from "#ui/button.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { useDeploy } from "./deploy-context.ts";
import { draftSearch } from "./deploy-search.ts";
import { problemsOf } from "./draft-problems.ts";
import { Review } from "./review.tsx";

/** Step 2: what would change, before anything is sent. A draft that cannot be started leads back to step 1. */
export function Component() {
  const deploy = useDeploy();
  const { scope, cohort, rollbackTo, around } = deploy;
  const problems = problemsOf(deploy.draft, deploy.artifacts, around.nowMs);
  if (problems.length === 0) return <Review deploy={deploy} />;
  return (
    <ErrorPanel
      title="This draft cannot be started yet"
      message={problems.map(({ message }) => message).join(" ")}
      actions={
        <LinkButton to={paths.deploy(scope.projectId, cohort.id, draftSearch(rollbackTo))}>Back to Compose</LinkButton>
      }
    />
  );
}
