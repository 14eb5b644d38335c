import * as v from "valibot";
import type { DeviceId } from "#domain/ids.ts";
import { planOf, PRESETS, type Phase, type Plan } from "#domain/plan.ts";
import { absent, id, instant, instantTextOf, wordOf } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const share = v.pipe(v.object({ percent: v.number(), atLeast: absent(v.number()) }), v.transform(present));
const size = v.union([v.object({ count: v.number() }), share]);

const phase = v.pipe(
  v.object({
    name: v.string(),
    size,
    promote: wordOf(["auto", "after-soak", "manual"], "manual"),
    soakMinutes: v.number(),
    successPercent: v.number(),
    minTerminal: v.number(),
    maxInFlight: size,
    startAt: absent(instant),
  }),
  v.transform(({ startAt, ...rest }): Phase => present({ ...rest, startAtMs: startAt })),
);

const halt = v.pipe(
  v.object({
    absolute: absent(v.number()),
    ratio: absent(v.object({ percent: v.number(), minTerminal: v.number(), minFailed: v.number() })),
    streak: absent(v.number()),
    lost: absent(v.object({ smallPhase: v.number(), count: v.number(), percent: v.number() })),
  }),
  v.transform(present),
);

/** A plan on the wire; instants are RFC 3339 there, milliseconds here. */
export const plan = v.pipe(
  v.object({
    preset: wordOf([...PRESETS, "custom"], "custom"),
    seed: v.string(),
    phases: v.array(phase),
    targeting: v.union([
      v.object({ deviceIds: v.array(id<DeviceId>()) }),
      wordOf(["continuous", "snapshot"], "continuous"),
    ]),
    maxDevices: absent(v.number()),
    deadlineAt: absent(instant),
    startAt: absent(instant),
    startPolicy: wordOf(["now", "after-current"], "now"),
    maxUnavailable: size,
    halt,
    retry: v.object({ maxAttempts: v.number(), baseMinutes: v.number(), factor: v.number(), capMinutes: v.number() }),
    timeouts: v.object({
      stallMinutes: v.number(),
      installMinutes: v.number(),
      verify: v.object({ minutes: v.number(), heartbeats: v.number() }),
      confirmMinutes: v.number(),
      attemptMinutes: v.number(),
    }),
    window: absent(v.object({ days: v.array(v.number()), from: v.string(), to: v.string(), zone: v.string() })),
  }),
  v.transform(({ deadlineAt, startAt, ...rest }): Plan =>
    present({ ...rest, deadlineAtMs: deadlineAt, startAtMs: startAt }),
  ),
);

/** A plan as it travels. */
export function encodePlan({ deadlineAtMs, startAtMs, phases, ...rest }: Plan): Wire<"Plan"> {
  return present({
    ...rest,
    phases: phases.map(encodePhase),
    deadlineAt: instantTextOf(deadlineAtMs),
    startAt: instantTextOf(startAtMs),
  });
}

/** A phase of a plan as it travels. */
export function encodePhase({ startAtMs, ...rest }: Phase): Wire<"Phase"> {
  return present({ ...rest, startAt: instantTextOf(startAtMs) });
}

/** What a backend without plans does: all devices at once, no halt. Source: domain.md, Plan. */
export const PLAN_OF_BASE: Plan = planOf("all-at-once", "");
