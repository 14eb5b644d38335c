import * as v from "valibot";
import type { DeviceId } from "#domain/ids.ts";
import { HALT_RULES, PHASE_STATES, type Halt, type PhaseProgress } from "#domain/phase-progress.ts";
import { bucketCounts } from "./counts.ts";
import { absent, id, instant, instantText, instantTextOf, wordOf } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const rule = wordOf(HALT_RULES, "absolute");
const scope = wordOf(["phase", "rollout"], "rollout");

/** What stopped a rollout, on the wire. */
export const halt = v.pipe(
  v.object({
    rule,
    scope,
    value: v.number(),
    threshold: v.number(),
    phase: v.number(),
    at: instant,
    deviceId: absent(id<DeviceId>()),
  }),
  v.transform(({ at, ...rest }): Halt => present({ ...rest, atMs: at })),
);

/** How near the halt rules are, on the wire. */
export const fuses = v.array(
  v.object({ rule, scope, value: v.number(), threshold: v.number(), armed: v.boolean(), remaining: v.number() }),
);

/** The phases of a rollout on the wire; one in a state nobody knows counts as open. */
export const phases = v.array(
  v.pipe(
    v.object({
      index: v.number(),
      name: v.string(),
      size: v.number(),
      added: v.number(),
      state: wordOf(PHASE_STATES, "open"),
      counts: bucketCounts,
      finished: v.number(),
      inFlight: v.number(),
      maxInFlight: v.number(),
      startedAt: absent(instant),
      soakUntil: absent(instant),
    }),
    v.transform(({ startedAt, soakUntil, ...rest }): PhaseProgress =>
      present({ ...rest, startedAtMs: startedAt, soakUntilMs: soakUntil }),
    ),
  ),
);

/** What stopped a rollout, as it travels. */
export function encodeHalt({ atMs, ...rest }: Halt): Wire<"Halt"> {
  return { ...rest, at: instantText(atMs) };
}

/** A phase as it travels. */
export function encodePhaseProgress({ startedAtMs, soakUntilMs, ...rest }: PhaseProgress): Wire<"PhaseProgress"> {
  return present({ ...rest, startedAt: instantTextOf(startedAtMs), soakUntil: instantTextOf(soakUntilMs) });
}
