import styled from "@emotion/styled";
import { useState } from "react";
import { worldNowMs } from "#api/client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import type { Impact } from "#domain/impact.ts";
import { paths } from "#navigation/paths.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ActionBar } from "#ui/card.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { formatAge } from "#ui/format.ts";
import { frozenReason } from "#ui/frozen-reason.ts";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { typedNameReason } from "#ui/typed-name-field.tsx";
import { useTick } from "#ui/use-tick.ts";
import { curlOf } from "./curl.ts";
import { ProtectedName } from "./protected-name.tsx";
import type { DeployContext } from "./deploy-context.ts";
import { draftSearch } from "./deploy-search.ts";
import { startFailureOf } from "./start-failure.ts";
import { StartProblem } from "./start-problem.tsx";
import type { useDraftImpact } from "./use-draft-impact.ts";
import type { useStart } from "./use-start.ts";

type StartBarProps = {
  readonly deploy: DeployContext;
  readonly measured: ReturnType<typeof useDraftImpact>;
  readonly impact: Impact | undefined;
  readonly start: ReturnType<typeof useStart>;
  readonly refreshing: boolean;
  readonly onReviewAgain: () => void;
};

/** The end of the review: back, how old the numbers are, and the start with whatever went wrong with it. */
export function StartBar({ deploy, measured, impact, start, refreshing, onReviewAgain }: StartBarProps) {
  const { scope, cohort, rollbackTo } = deploy;
  const { failure } = start;
  const cutOff = useWhyNoWrites();
  const [typed, setTyped] = useState("");
  const waiting = measured.measurable && impact === undefined;
  const unmeasured = waiting && measured.error !== null ? startFailureOf(measured.error.failure) : undefined;
  const problemProps = { deploy, pending: start.busy || refreshing, onTryAgain: start.send, onReviewAgain };
  return (
    <>
      <Final>Deployments can't be edited or reverted; rolling back is a new deployment.</Final>
      <ActionBar>
        {unmeasured === undefined ? null : (
          <Wide>
            {unmeasured.kind === "unanswered" ? (
              <Uncounted message={unmeasured.message} pending={measured.refetching} onTryAgain={measured.refetch} />
            ) : (
              <StartProblem {...problemProps} failure={unmeasured} />
            )}
          </Wide>
        )}
        {failure === undefined ? null : (
          <Wide>
            <StartProblem {...problemProps} failure={failure} />
          </Wide>
        )}
        {cohort.protected ? (
          <Wide>
            <ProtectedName name={cohort.name} value={typed} onChange={setTyped} />
          </Wide>
        ) : null}
        <LinkButton to={paths.deploy(scope.projectId, cohort.id, draftSearch(rollbackTo))}>Back</LinkButton>
        <span className="note">
          <Note impact={impact} sent={start.busy || failure !== undefined} />
        </span>
        <Developers>
          <CopyButton quiet label="Copy as cURL" text={curlOf(location.origin, scope, cohort.id, start.submission)} />
        </Developers>
        <Button
          key="start"
          variant="primary"
          pending={start.busy}
          disabledReason={blockedBy({
            waiting,
            failed: measured.error !== null,
            stale: failure?.kind === "stale",
            gone: failure?.kind === "cohort-gone",
            // A start to come is taken, and offers nothing before the cohort thaws.
            frozen:
              cohort.frozen === undefined || deploy.draft.plan.start !== "now"
                ? undefined
                : frozenReason(cohort.frozen),
            cutOff,
            unnamed: cohort.protected ? typedNameReason(cohort.name, typed) : undefined,
          })}
          onClick={start.send}
        >
          Start Deployment
        </Button>
      </ActionBar>
    </>
  );
}

type UncountedProps = {
  readonly message: string;
  readonly pending: boolean;
  readonly onTryAgain: () => Promise<unknown>;
};

function Uncounted({ message, pending, onTryAgain }: UncountedProps) {
  return (
    <Callout
      live
      tone="failed"
      title="What devices report could not be loaded."
      actions={
        // The query itself says how the next try ended.
        <Button size="small" icon="refresh" pending={pending} onClick={() => void onTryAgain()}>
          Try again
        </Button>
      }
    >
      {message}
    </Callout>
  );
}

function Note({ impact, sent }: { readonly impact: Impact | undefined; readonly sent: boolean }) {
  const nowMs = useTick(worldNowMs);
  const age = impact === undefined ? "" : `Numbers as of ${formatAge(impact.asOfMs, nowMs)}. `;
  return `${age}${sent ? "" : "Nothing has been sent yet."}`;
}

/** Why nothing can be started now; what is merely worth a second look is no reason. */
function blockedBy(blocks: {
  readonly waiting: boolean;
  readonly failed: boolean;
  readonly stale: boolean;
  readonly gone: boolean;
  readonly frozen: string | undefined;
  readonly cutOff: string | undefined;
  readonly unnamed: string | undefined;
}): string | undefined {
  if (blocks.gone) return "The cohort is gone.";
  if (blocks.frozen !== undefined) return blocks.frozen;
  if (blocks.stale) return "Review again first: something changed.";
  if (blocks.cutOff !== undefined) return blocks.cutOff;
  if (!blocks.waiting) return blocks.unnamed;
  return blocks.failed ? "What devices report must be known first. Try again." : "Counting what devices report…";
}

const Final = styled.p({ marginTop: 20, fontSize: 13, color: ink.third });

// The bar stays in view: what is said in it must leave room for what it is about.
const Wide = styled.div({ flex: "1 0 100%", order: -2, maxHeight: "45vh", overflowY: "auto" });

const Developers = styled.div({ [upTo.phone]: { display: "none" } });
