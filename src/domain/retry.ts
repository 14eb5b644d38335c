import { minutes } from "#lib/duration.ts";
import type { Plan } from "./plan.ts";

/** How far a wait strays from the table, as a share of it, so that a fleet does not come back all at once. */
const JITTER = 0.2;

/**
 * How long a device waits after its `attempt`-th failed attempt, in ms: base × factor^(attempt − 1), ±20 % by `unit`
 * (in [0, 1), drawn by the caller), never above the cap. Source: domain.md, Retries.
 */
export function backoffMs(retry: Plan["retry"], attempt: number, unit: number): number {
  const tableMinutes = retry.baseMinutes * retry.factor ** (attempt - 1);
  const spreadMinutes = tableMinutes * (1 - JITTER + 2 * JITTER * unit);
  return Math.round(minutes(Math.min(spreadMinutes, retry.capMinutes)));
}
