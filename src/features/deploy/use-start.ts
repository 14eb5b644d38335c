import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { newKey } from "#api/chance.ts";
import type { ApiError } from "#api/error.ts";
import { useStartDeployment } from "#api/start-deployment.ts";
import type { Deployment } from "#domain/deployment.ts";
import { paths } from "#navigation/paths.ts";
import { announce } from "#ui/announcer.tsx";
import type { DeployContext } from "./deploy-context.ts";
import { requestOf } from "./draft.ts";
import { planPartOf } from "./plan-choice.ts";
import { startFailureOf, withDeviceNames, type StartFailure } from "./start-failure.ts";
import { submissionOf, unansweredStart } from "./submission.ts";

const NO_ANSWER: StartFailure = {
  kind: "unanswered",
  message: "A start of this deployment was sent from this tab before, and no answer to it was seen.",
};

/**
 * Starts the draft once, whatever happens: its request and key are kept in the draft before anything is sent, stay the
 * same on every further try, also after a reload, and go only with a final answer.
 */
export function useStart(deploy: DeployContext, impactHash: string | undefined) {
  const { scope, cohort, draft, artifacts } = deploy;
  const navigate = useNavigate();
  const cache = useQueryClient();
  const start = useStartDeployment(scope, cohort.id);
  const [freshKey, setFreshKey] = useState(newKey);

  const request = requestOf(draft, artifacts, impactHash);
  const unanswered = unansweredStart(draft.submission, request);
  const submission = unanswered ?? submissionOf(draft.submission, request, () => freshKey);
  const busy = start.isPending || start.isSuccess;

  const failed = failureOf(start.error, unanswered !== undefined);
  const shown = failed && withDeviceNames(failed, draft.plan.devices);
  const [failureBefore, setFailureBefore] = useState<StartFailure>();

  const arrive = (deployment: Deployment) => {
    deploy.settle();
    announce("Deployment started");
    // The page that is left has nothing more to say.
    void navigate(paths.rollout(scope.projectId, cohort.id, deployment.id), { replace: true });
  };
  const send = () => {
    // Clicks that come faster than the page is drawn all see it as not busy; the cache knows better.
    const sending = cache.isMutating({ predicate: ({ state }) => state.variables === submission }) > 0;
    if (busy || sending) return;
    setFailureBefore(shown);
    deploy.change({ ...draft, submission: { ...submission, unanswered: true } });
    start.mutate(submission, {
      onSuccess: arrive,
      onError: (error) => {
        const failure = withDeviceNames(startFailureOf(error.failure), draft.plan.devices);
        if (failure.kind === "unanswered") return;
        const { submission: _answered, ...answered } = draft;
        deploy.change(answered);
        setFreshKey(newKey());
        if (failure.kind === "refused" && failure.field?.startsWith("plan") === true) {
          deploy.refuse({ plan: draft.plan, part: planPartOf(failure.field), message: failure.message });
        }
      },
    });
  };

  return {
    submission,
    send,
    /** Sent, or started and on the way to its page. */
    busy,
    /** While it is tried again: the failure before. */
    failure: busy ? failureBefore : shown,
    /** Forgets the failure. */
    forget: start.reset,
  };
}

function failureOf(error: ApiError | null, unanswered: boolean): StartFailure | undefined {
  if (error !== null) return startFailureOf(error.failure);
  return unanswered ? NO_ANSWER : undefined;
}
