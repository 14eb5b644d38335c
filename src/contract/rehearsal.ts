import * as v from "valibot";
import { DEPLOYMENT_STATES } from "#domain/deployment.ts";
import { HALT_RULES } from "#domain/phase-progress.ts";
import type { Rehearsal, RehearsalResult } from "#domain/rehearsal.ts";
import { counts, encodeCounts } from "./counts.ts";
import { decodeBy } from "./decode.ts";
import { absent, instant, instantText, wordOf } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const phase = v.pipe(
  v.object({
    name: v.string(),
    size: v.number(),
    openedAfterMs: absent(v.number()),
    doneAfterMs: absent(v.number()),
    failed: v.number(),
  }),
  v.transform(present),
);

const result = v.pipe(
  v.object({
    devices: v.number(),
    members: v.number(),
    sampled: v.boolean(),
    state: wordOf(DEPLOYMENT_STATES, "in-progress"),
    counts,
    settlesAfterMs: absent(v.number()),
    rehearsedMs: v.number(),
    halt: absent(
      v.object({
        rule: wordOf(HALT_RULES, "absolute"),
        value: v.number(),
        threshold: v.number(),
        phase: v.number(),
        afterMs: v.number(),
        touched: v.number(),
      }),
    ),
    phases: v.array(phase),
  }),
  v.transform((fields): RehearsalResult => present(fields)),
);

const rehearsal = v.object({
  id: v.string(),
  done: v.number(),
  of: v.number(),
  startedAt: instant,
  result: absent(result),
});

/** @throws ContractViolation naming the field. */
export function decodeRehearsal(wire: unknown): Rehearsal {
  const { startedAt, ...rest } = decodeBy("rehearsal", rehearsal, wire);
  return present({ ...rest, startedAtMs: startedAt });
}

/** A rehearsal as it travels. */
export function encodeRehearsal({ startedAtMs, result: given, ...rest }: Rehearsal): Wire<"Rehearsal"> {
  const encoded = given === undefined ? {} : { result: encodeResult(given) };
  return { ...rest, startedAt: instantText(startedAtMs), ...encoded };
}

function encodeResult({ counts: given, phases, ...rest }: RehearsalResult): Wire<"RehearsalResult"> {
  return { ...rest, counts: encodeCounts(given), phases: [...phases] };
}
