import * as v from "valibot";
import { DEPLOYMENT_STATES } from "#domain/deployment.ts";
import type { Pulse } from "#domain/rollout.ts";
import { counts, encodeCounts } from "./counts.ts";
import { decodeBy } from "./decode.ts";
import { absent, instant, instantText, otherwise, wordOf } from "./fields.ts";
import { encodeHalt, encodePhaseProgress, fuses, halt, phases } from "./phase-progress.ts";
import { present } from "./present.ts";
import { encodeTargetRow, targetRows } from "./target.ts";
import type { Wire } from "./wire.ts";

const pulse = v.object({
  revision: v.number(),
  now: instant,
  state: wordOf(DEPLOYMENT_STATES, "in-progress"),
  settled: v.boolean(),
  counts,
  controlRevision: v.string(),
  phases: absent(phases),
  fuses: absent(fuses),
  halt: absent(halt),
  changedRows: otherwise(targetRows, []),
  changedElsewhere: otherwise(v.number(), 0),
});

/** @throws ContractViolation naming the field. */
export function decodePulse(wire: unknown): Pulse {
  const { now, ...rest } = decodeBy("pulse", pulse, wire);
  return present({ ...rest, nowMs: now });
}

/** A pulse as it travels. */
export function encodePulse(pulse: Pulse): Wire<"Pulse"> {
  const { nowMs, counts: given, changedRows, phases: steps, fuses: near, halt: stop, ...rest } = pulse;
  return present({
    ...rest,
    now: instantText(nowMs),
    counts: encodeCounts(given),
    phases: steps?.map(encodePhaseProgress),
    fuses: near && [...near],
    halt: stop && encodeHalt(stop),
    changedRows: changedRows.map(encodeTargetRow),
  });
}
