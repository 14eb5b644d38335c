import * as v from "valibot";
import { DEPLOYMENT_STATES } from "#domain/deployment.ts";
import type { Pulse } from "#domain/rollout.ts";
import { counts, encodeCounts } from "./counts.ts";
import { decodeBy } from "./decode.ts";
import { instant, instantText, otherwise, wordOf } from "./fields.ts";
import { encodeTargetRow, targetRows } from "./target.ts";
import type { Wire } from "./wire.ts";

const pulse = v.object({
  revision: v.number(),
  now: instant,
  state: wordOf(DEPLOYMENT_STATES, "in-progress"),
  settled: v.boolean(),
  counts,
  controlRevision: v.string(),
  changedRows: otherwise(targetRows, []),
  changedElsewhere: otherwise(v.number(), 0),
});

/** @throws ContractViolation naming the field. */
export function decodePulse(wire: unknown): Pulse {
  const { now, ...rest } = decodeBy("pulse", pulse, wire);
  return { ...rest, nowMs: now };
}

/** A pulse as it travels. */
export function encodePulse({ nowMs, counts: given, changedRows, ...rest }: Pulse): Wire<"Pulse"> {
  return {
    ...rest,
    now: instantText(nowMs),
    counts: encodeCounts(given),
    changedRows: changedRows.map(encodeTargetRow),
  };
}
