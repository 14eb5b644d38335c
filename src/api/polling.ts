/** How often a rollout that moves is asked for its pulse while it is visible. Source: contract.md, Live. */
export const PULSE_EVERY_MS = 1_000;
/** How often lists are asked for again while something in them moves. */
export const MOVING_EVERY_MS = 4_000;
/** How often what is settled is asked for again: others may have started something. */
export const SETTLED_EVERY_MS = 30_000;
