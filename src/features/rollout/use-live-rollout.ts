import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { deploymentQueries } from "#api/deployments.ts";
import type { ApiError } from "#api/error.ts";
import { SETTLED_EVERY_MS } from "#api/polling.ts";
import { rolloutQueries } from "#api/rollout.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { CohortId, DeploymentId, Scope } from "#domain/ids.ts";
import type { Pulse } from "#domain/rollout.ts";
import { announce } from "#ui/announcer.tsx";
import { announcementOf } from "./announcement.ts";

/** A rollout as it is watched. */
export type LiveRollout = {
  /** With what the last pulse says of it: state, counts, phases, halt. */
  readonly deployment: Deployment;
  readonly pulse: Pulse;
  /** Why the last pulse did not come; what is shown is the one before. */
  readonly error: ApiError | null;
  /** When the last pulse came, by the page's own clock. */
  readonly heardAtMs: number;
  readonly paused: boolean;
  readonly setPaused: (paused: boolean) => void;
  readonly hearAgain: () => Promise<unknown>;
};

/** Watches one rollout until it is paused: once a second while it moves, slowly when it is settled. */
export function useLiveRollout(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId): LiveRollout {
  const [paused, setPaused] = useState(false);
  const still = paused ? ({ refetchInterval: false, refetchOnWindowFocus: false } as const) : {};
  const { data: deployment } = useSuspenseQuery({
    ...deploymentQueries.one(scope, cohortId, deploymentId),
    // A pulse does not say what was yanked meanwhile.
    refetchInterval: SETTLED_EVERY_MS,
    ...still,
  });
  const live = useSuspenseQuery({ ...rolloutQueries.pulse(scope, cohortId, deploymentId), ...still });
  const pulse = live.data;
  useAnnouncements(announcementOf(pulse));

  const { state, settled, counts, controlRevision, phases, halt } = pulse;
  return {
    deployment: {
      ...deployment,
      state,
      settled,
      counts,
      controlRevision,
      ...(phases === undefined ? {} : { phases }),
      ...(halt === undefined ? {} : { halt }),
    },
    pulse,
    error: live.error,
    heardAtMs: live.dataUpdatedAt,
    paused,
    setPaused,
    hearAgain: live.refetch,
  };
}

/** Tells listeners what changed since they opened the page; the announcer keeps to its own pace. */
function useAnnouncements(text: string): void {
  const told = useRef(text);
  useEffect(() => {
    if (told.current === text) return;
    told.current = text;
    announce(text);
  }, [text]);
}
