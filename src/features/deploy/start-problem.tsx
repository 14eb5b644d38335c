import { useWhyNoWrites } from "#api/reachability.ts";
import { assertNever } from "#lib/assert.ts";
import type { ImpactChange } from "#domain/impact.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import type { DeployContext } from "./deploy-context.ts";
import { draftSearch } from "./deploy-search.ts";
import { staleChangeWords } from "./stale-changes.ts";
import type { StartFailure } from "./start-failure.ts";
import { WordsText } from "./words-text.tsx";

type StartProblemProps = {
  readonly deploy: DeployContext;
  readonly failure: StartFailure;
  readonly pending: boolean;
  readonly onTryAgain: () => void;
  readonly onReviewAgain: () => void;
};

/** Why the start did not go through, beside the button that was pressed, with the one way on. */
export function StartProblem({ deploy, failure, pending, onTryAgain, onReviewAgain }: StartProblemProps) {
  const { projectId } = deploy.scope;
  const cutOff = useWhyNoWrites();
  switch (failure.kind) {
    case "unanswered":
      return (
        <Callout
          live
          tone="caution"
          title="The answer did not arrive."
          actions={
            <Button size="small" icon="refresh" pending={pending} disabledReason={cutOff} onClick={onTryAgain}>
              Try again
            </Button>
          }
        >
          It may have started; trying again is safe: it can't start twice. {failure.message}
        </Callout>
      );
    case "stale":
      return <Stale changes={failure.changes} pending={pending} onReviewAgain={onReviewAgain} />;
    case "cohort-gone":
      return (
        <Callout
          live
          tone="failed"
          title="Nothing was started: the cohort is gone."
          actions={
            <LinkButton size="small" to={paths.cohorts(projectId)}>
              Choose another cohort
            </LinkButton>
          }
        >
          Somebody deleted it. The draft stays in this tab.
        </Callout>
      );
    case "refused":
      return (
        <Callout
          live
          tone="failed"
          title="Nothing was started."
          actions={
            failure.inCompose ? (
              <LinkButton size="small" to={paths.deploy(projectId, deploy.cohort.id, draftSearch(deploy.rollbackTo))}>
                Back to Compose
              </LinkButton>
            ) : undefined
          }
        >
          <BidiText text={failure.message} maxLength={400} />
        </Callout>
      );
    default:
      return assertNever(failure, "failed start");
  }
}

type StaleProps = Pick<StartProblemProps, "pending" | "onReviewAgain"> & { readonly changes: readonly ImpactChange[] };

function Stale({ changes, pending, onReviewAgain }: StaleProps) {
  return (
    <Callout
      live
      tone="caution"
      title="Nothing was started: this changed since the review."
      actions={
        <Button size="small" icon="refresh" pending={pending} onClick={onReviewAgain}>
          Review again
        </Button>
      }
    >
      <ul>
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>
            <WordsText words={staleChangeWords(change)} />
          </li>
        ))}
      </ul>
    </Callout>
  );
}
