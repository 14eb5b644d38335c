import type { DeploymentState } from "#domain/deployment.ts";
import type { PhaseProgress } from "#domain/phase-progress.ts";
import { openPhaseOf } from "#domain/rollout-sentence-phase.ts";
import type { TargetRow } from "#domain/target.ts";
import { formatClockDay, formatDuration } from "#ui/format.ts";

/** What of a rollout decides why its pending devices wait. */
export type WaitContext = {
  readonly state: DeploymentState;
  readonly frozen: boolean;
  readonly phases?: readonly PhaseProgress[] | undefined;
  readonly nowMs: number;
};

type Waiting = Pick<TargetRow, "substate" | "phase" | "waitsUntilMs">;

/** Why a pending device waits, in the words of this rollout: "waits for phase 3". Absent where the usual words say it. */
export function waitWords(waiting: Waiting, { state, frozen, nowMs }: WaitContext): string | undefined {
  const { substate, phase } = waiting;
  if (substate === "waiting-phase") return `waits for phase ${phase + 1}`;
  if (substate === "backoff") return ahead("tries again", waiting, nowMs);
  if (substate === "waiting-window") return ahead("window opens", waiting, nowMs);
  if (substate !== "waiting-deployment") return undefined;
  const stopped = STOPPED.get(state);
  if (stopped !== undefined) return stopped;
  return frozen ? "cohort frozen" : "busy with an earlier one";
}

/** What more is known of that wait: "Opens in 41 min". Absent where nothing more is. */
export function waitDetail(
  { substate, phase, waitsUntilMs }: Waiting,
  { state, frozen, phases, nowMs }: WaitContext,
  zone?: string,
): string | undefined {
  if (substate === "waiting-window" && waitsUntilMs !== undefined) {
    return `Window opens at ${formatClockDay(waitsUntilMs, zone)}`;
  }
  if (substate === "waiting-deployment" && !STOPPED.has(state) && !frozen) {
    return "Ends an update of an earlier deployment first";
  }
  const open = openPhaseOf(phases);
  if (substate !== "waiting-phase" || open === undefined) return undefined;
  if (phase > open.index + 1) return `After phase ${phase}`;
  if (open.state === "ready") return "Waits for somebody to open it";
  if (open.state !== "soaking" || open.soakUntilMs === undefined) return `After phase ${open.index + 1}`;
  return `Opens in ${formatDuration(Math.max(0, open.soakUntilMs - nowMs))}`;
}

/** "tries again in 4 min"; absent when no instant is known, or it is over and the device has only to ask. */
function ahead(what: string, { waitsUntilMs }: Waiting, nowMs: number): string | undefined {
  if (waitsUntilMs === undefined || waitsUntilMs <= nowMs) return undefined;
  return `${what} in ${formatDuration(waitsUntilMs - nowMs)}`;
}

const STOPPED: ReadonlyMap<DeploymentState, string> = new Map([
  ["scheduled", "not started"],
  ["queued", "queued"],
  ["paused", "deployment paused"],
  ["halted", "deployment halted"],
]);
