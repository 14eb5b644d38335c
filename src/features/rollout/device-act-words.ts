import type { TargetRow } from "#domain/target.ts";

/** What an operator can do to one device of a rollout. */
export type DeviceAct = "retry" | "hold" | "release";

/** How each of them is called, what it does, and what is said when it is done. */
export const DEVICE_ACTS = {
  retry: {
    words: "Retry now",
    consequence: "It gets another attempt as soon as the limits of the plan allow.",
    done: (name) => `${name} gets another attempt.`,
  },
  hold: {
    words: "Hold",
    consequence: "It is offered nothing until somebody releases it.",
    done: (name) => `${name} is held: it is offered nothing until it is released.`,
  },
  release: {
    words: "Release",
    consequence: "It is offered the update again when its turn comes.",
    done: (name) => `${name} is released.`,
  },
} as const satisfies Record<
  DeviceAct,
  { readonly words: string; readonly consequence: string; readonly done: (name: string) => string }
>;

/**
 * What makes sense for a device as it stands: what has ended badly is tried again, what waits is held back, what is held
 * is released. One that fell silent can be released too: it then no longer counts as unavailable.
 */
export function deviceActsOf({ bucket, substate }: Pick<TargetRow, "bucket" | "substate">): readonly DeviceAct[] {
  if (substate === "held") return ["release"];
  if (substate === "backoff") return ["retry", "hold"];
  if (bucket === "pending") return ["hold"];
  if (substate === "lost" || substate === "timed-out") return ["retry", "release"];
  return bucket === "failed" || bucket === "cancelled" ? ["retry"] : [];
}
