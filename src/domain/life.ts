import type { Plan } from "./plan.ts";
import type { SUBSTATES_OF } from "./target.ts";

/** Why a target waits. */
export type PendingSubstate = (typeof SUBSTATES_OF)["pending"][number];
/** How a target ended. */
export type EndedSubstate = (typeof SUBSTATES_OF)["succeeded" | "failed" | "cancelled"][number];
/** How an attempt failed. */
export type FailedSubstate = (typeof SUBSTATES_OF)["failed"][number];

/** What holds in every phase of a target. Instants are world time. */
type Course = {
  /** Number of the present or last attempt; 0: never offered. */
  readonly attempt: number;
  /** Since when it is in its substate. */
  readonly sinceMs: number;
  /** When the present or last attempt began; with attempt 0, when it became a target. */
  readonly startedAtMs: number;
  /** Last ask, report or request for bytes that belongs to this target. */
  readonly contactAtMs: number;
  /** How often the file's hash was wrong; the second time is not retried. */
  readonly integrityFailures: number;
  /** Reason code that explains the present substate. */
  readonly reason: number | undefined;
};

/**
 * Where one device stands in one deployment.
 *
 *   pending ─offer─► fetching ──► installing ──► proving ──► ended
 *      ▲  offered, downloading,   installing,    verifying,   verified
 *      │       downloaded         rebooting      confirming
 *      └──backoff── a failed attempt; without attempts left, or not worth another: ended
 *
 * Source: domain.md, Target states.
 */
export type TargetLife =
  | (Course & {
      readonly phase: "pending";
      readonly substate: PendingSubstate;
      /** When a backoff is over; who is held keeps it. */
      readonly untilMs: number | undefined;
      /** How the last attempt failed, when one did. */
      readonly after: FailedSubstate | undefined;
    })
  | (Course & {
      readonly phase: "fetching";
      readonly substate: "offered" | "downloading" | "downloaded";
      readonly stuck: boolean;
    })
  | (Course & {
      readonly phase: "installing";
      readonly substate: "installing" | "rebooting";
      /** What came after UPDATING: nothing, IDLE with the target, or IDLE with the old version once. */
      readonly idle: "none" | "with-target" | "old-version";
    })
  | (Course & {
      readonly phase: "proving";
      readonly substate: "verifying" | "confirming";
      readonly oldVersionOnce: boolean;
    })
  | (Course & { readonly phase: "ended"; readonly substate: EndedSubstate; readonly oldVersionOnce: boolean });

/** One of the phases, by name. */
export type LifeIn<Phase extends TargetLife["phase"]> = Extract<TargetLife, { phase: Phase }>;

/** What the deployment and the device add to the rules of one target. */
export type LifeRules = {
  readonly timeouts: Plan["timeouts"];
  readonly retry: Plan["retry"];
  readonly heartbeatMs: number;
  /** The deployment still makes offers: failed attempts may be tried again. */
  readonly open: boolean;
  /** It is open to devices that come or come back: drift is a new attempt. */
  readonly continuous: boolean;
  /** The device has no live attempt in another deployment. */
  readonly free: boolean;
  /** In [0, 1), drawn by seed, device and attempt: strays the backoff. */
  readonly jitter: number;
};

/** A target that was just made: nothing has been offered and nothing but the device is waited for. */
export function newTarget(atMs: number): LifeIn<"pending"> {
  return {
    phase: "pending",
    substate: "waiting-offline",
    untilMs: undefined,
    after: undefined,
    attempt: 0,
    sinceMs: atMs,
    startedAtMs: atMs,
    contactAtMs: atMs,
    integrityFailures: 0,
    reason: undefined,
  };
}

/** Whether an attempt is under way: offered, and neither failed nor proven for good. */
export function isLive(life: TargetLife): boolean {
  return life.phase === "fetching" || life.phase === "installing" || life.phase === "proving";
}

/** Ends a target where it stands; the attempt keeps its number. */
export function ended(life: TargetLife, substate: EndedSubstate, atMs: number): LifeIn<"ended"> {
  const { attempt, startedAtMs, contactAtMs, integrityFailures, reason } = life;
  return {
    phase: "ended",
    substate,
    oldVersionOnce: false,
    attempt,
    sinceMs: atMs,
    startedAtMs,
    contactAtMs,
    integrityFailures,
    reason,
  };
}

/** Pending again with the attempts it has; the next offer opens another. */
export function reopened(life: TargetLife, atMs: number): LifeIn<"pending"> {
  const { attempt, startedAtMs, contactAtMs } = life;
  return {
    phase: "pending",
    substate: "waiting-offline",
    untilMs: undefined,
    after: undefined,
    attempt,
    sinceMs: atMs,
    startedAtMs,
    contactAtMs,
    integrityFailures: 0,
    reason: undefined,
  };
}

/** The same target, heard of at `atMs`; silence starts anew. */
export function contacted(life: TargetLife, atMs: number): TargetLife {
  if (life.phase === "fetching" && life.stuck) return { ...life, contactAtMs: atMs, stuck: false };
  return life.contactAtMs === atMs || !isLive(life) ? life : { ...life, contactAtMs: atMs };
}
