import type { DeviceId } from "./ids.ts";
import type { Bucket, Substate } from "./target.ts";

/** What can happen to a deployment as a whole, in the order of its life. */
export const OCCURRENCES = [
  "created",
  "started",
  "phase-opened",
  "phase-done",
  "promoted",
  "window-opened",
  "window-shut",
  "paused",
  "resumed",
  "halted",
  "retried",
  "held",
  "released",
  "frozen",
  "unfrozen",
  "downloads-stopped",
  "completed",
  "finished",
  "expired",
  "cancelled",
  "superseded",
] as const;
/** One of those. */
export type Occurrence = (typeof OCCURRENCES)[number];

/** Who or what did something: a person, or a rule of the plan by its name (`ratio`, `deadline`). */
export type DoneBy = { readonly actor: string } | { readonly rule: string };

/**
 * One entry of the complete ordered log of a deployment. `position` counts from 1 without a gap and never changes; a
 * reader goes on after the last position it has. Source: contract.md, Live.
 */
export type DeploymentEvent =
  | {
      readonly kind: "deployment";
      readonly position: number;
      readonly atMs: number;
      readonly what: Occurrence;
      readonly by: DoneBy;
      /** Why, in the words of whoever did it or of the rule. */
      readonly reason?: string;
      /** The phase it is about, from 0. */
      readonly phase?: number;
      /** The device it is about, e.g. the one whose failure halted the rollout. */
      readonly deviceId?: DeviceId;
    }
  | {
      readonly kind: "target";
      readonly position: number;
      readonly atMs: number;
      readonly deviceId: DeviceId;
      readonly name: string;
      readonly attempt: number;
      readonly bucket: Bucket;
      readonly substate: Substate;
      /** The reason code that explains the substate, when there is one. */
      readonly reason?: number;
      /** What the substate alone does not say, as a sentence. */
      readonly note?: string;
    };

/** A run of the log, oldest first. `next` is what to ask with for what comes after, also when nothing does yet. */
export type DeploymentEvents = { readonly list: readonly DeploymentEvent[]; readonly next: number };
