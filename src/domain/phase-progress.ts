import type { DeviceId } from "./ids.ts";
import type { Bucket } from "./target.ts";

/** The rules that stop a rollout by itself, in the order in which they are looked at. Source: domain.md, Halt rules. */
export const HALT_RULES = ["absolute", "ratio", "streak", "lost"] as const;
/** One of those rules. */
export type HaltRule = (typeof HALT_RULES)[number];

/** What a rule is judged over. */
export type HaltScope = "phase" | "rollout";

/** What stopped a rollout by itself; kept after a resume, until the next one. */
export type Halt = {
  readonly rule: HaltRule;
  readonly scope: HaltScope;
  /** Devices; percent for `ratio`. */
  readonly value: number;
  readonly threshold: number;
  /** Index of the phase that was the latest open one, from 0. */
  readonly phase: number;
  readonly atMs: number;
  /** The device whose end made it so. */
  readonly deviceId?: DeviceId;
};

/** How near a halt rule is. */
export type Fuse = {
  readonly rule: HaltRule;
  readonly scope: HaltScope;
  /** Devices; percent for `ratio`. */
  readonly value: number;
  readonly threshold: number;
  /** Whether the rule is judged now: enough have finished, and it is one for a phase of this size. */
  readonly armed: boolean;
  /** How many more devices, failing one after the other from now on, blow it; 0: it is blown. */
  readonly remaining: number;
};

/** How far a phase is: not open; making offers; keeping its soak; waiting for a promotion; behind the rollout. */
export const PHASE_STATES = ["waiting", "open", "soaking", "ready", "done"] as const;
type PhaseState = (typeof PHASE_STATES)[number];

/** How far one phase of a rollout is. */
export type PhaseProgress = {
  /** From 0. */
  readonly index: number;
  readonly name: string;
  /** Targets up to and with this phase; a preview until it opens. */
  readonly size: number;
  /** Its own targets; they sum to all. */
  readonly added: number;
  readonly state: PhaseState;
  /** Of its own targets. */
  readonly counts: Readonly<Record<Bucket, number>>;
  /** Its own devices that were offered and are done, verified or failed. */
  readonly finished: number;
  readonly inFlight: number;
  readonly maxInFlight: number;
  readonly startedAtMs?: number;
  readonly soakUntilMs?: number;
};
