import type { DoneBy, Occurrence } from "#domain/deployment-event.ts";
import type { Halt } from "#domain/phase-progress.ts";
import type { RolloutState } from "./rollout-state.ts";
import type { World } from "./world.ts";

/** Something that happened to a rollout as a whole, or that somebody did to one of its targets; with who and why. */
export type RolloutOccurrence = {
  readonly atMs: number;
  /** How many steps of targets stood in the rollout's log before it. */
  readonly atStep: number;
  readonly what: Occurrence;
  readonly by: DoneBy;
  readonly reason?: string;
  /** The phase it is about, from 0. */
  readonly phase?: number;
  /** The row in the fleet of the device it is about. */
  readonly device?: number;
  /** What was found, when it is a halt. */
  readonly halt?: Halt;
};

/** What else is known of an occurrence. An empty reason is none. */
type About = {
  readonly reason?: string | undefined;
  readonly phase?: number;
  readonly device?: number;
  readonly halt?: Halt;
};

/** Writes down what happened to a rollout. */
export function keepOccurrence(
  world: World,
  rollout: RolloutState,
  what: Occurrence,
  by: DoneBy,
  { reason, phase, device, halt }: About = {},
): void {
  const said = reason?.trim() ?? "";
  rollout.occurrences.push({
    atMs: world.nowMs,
    atStep: rollout.steps.count,
    what,
    by,
    ...(said === "" ? {} : { reason: said }),
    ...(phase === undefined ? {} : { phase }),
    ...(device === undefined ? {} : { device }),
    ...(halt === undefined ? {} : { halt }),
  });
}
