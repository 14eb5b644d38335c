import type { FailedSubstate } from "./life.ts";
import type { Halt } from "./phase-progress.ts";
import type { DeployWindow } from "./window.ts";

/**
 * What is known of the things a device may wait for, for the sentences about them; what is absent is left unsaid. None of
 * it decides anything: that is `SelectionFacts`. Instants are Unix ms.
 */
export type WaitFacts = {
  /** When a scheduled deployment starts. */
  readonly startsAtMs?: number;
  /** The deployment that a queued one waits for, by name. */
  readonly behind?: string;
  readonly paused?: Told;
  readonly halt?: Halt;
  readonly frozen?: { readonly reason: string; readonly untilMs?: number };
  readonly held?: Told;
  readonly phase?: WaitingPhase;
  /** The hours of the plan, and when they turn next. */
  readonly hours?: { readonly window: DeployWindow; readonly turnsAtMs: number };
  readonly backoff?: {
    /** The attempt that failed, from 1. */
    readonly attempt: number;
    readonly maxAttempts: number;
    readonly after?: FailedSubstate;
    readonly untilMs: number;
  };
  /** Slots that are taken, and how many devices get the deployment at the most, when that is what keeps it. */
  readonly slots?: { readonly taken: number; readonly of: number; readonly most?: number };
  /** Devices that are unavailable, those on their way that may become so, and how many may be. */
  readonly unavailable?: { readonly taken: number; readonly mayBecome: number; readonly of: number };
};

/** Who did something by hand, and why if they said so. */
export type Told = { readonly actor: string; readonly reason?: string };

/** The phase of a device, from 0, and for one that has not opened what it waits for. */
export type WaitingPhase = {
  readonly index: number;
  readonly of: number;
  readonly name: string;
  /**
   * `done`: the phase `after` is to be done; `promotion`: somebody is to promote it; `soak`: it keeps its soak until then;
   * `time`: it opens then.
   */
  readonly opens?:
    | { readonly when: "done" | "promotion"; readonly after: number }
    | { readonly when: "soak"; readonly after: number; readonly atMs: number }
    | { readonly when: "time"; readonly atMs: number };
};
