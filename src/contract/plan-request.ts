import * as v from "valibot";
import type { DeviceId } from "#domain/ids.ts";
import type { Phase } from "#domain/plan.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import type { Size } from "#domain/size.ts";
import { decodeBy } from "./decode.ts";
import { absent, id, instant, instantTextOf } from "./fields.ts";
import { encodePhase } from "./plan.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

/** A plan that is asked for, as it travels. */
export function encodePlanRequest({ startAtMs, deadlineAtMs, phases, ...rest }: PlanRequest): Wire<"PlanRequest"> {
  return present({
    ...rest,
    phases: phases?.map(encodePhase),
    startAt: instantTextOf(startAtMs),
    deadlineAt: instantTextOf(deadlineAtMs),
  });
}

/**
 * Stricter than what is read from a backend: as RFC 3339 has it, with four digits for the year and an offset, without
 * which the same text would be another instant in another place.
 */
const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i, "an RFC 3339 instant"),
  v.check(isDayOfItsMonth, "a day that there is"),
  instant,
);

/** `Date` takes the 30th of February for a day of March. */
function isDayOfItsMonth(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const size = v.pipe(v.unknown(), v.guard(isSize, "a size: {count}, or {percent} with perhaps atLeast"));

const phase = v.pipe(
  v.strictObject({
    name: v.string(),
    size,
    promote: v.picklist(["auto", "after-soak", "manual"]),
    soakMinutes: v.number(),
    successPercent: v.number(),
    minTerminal: v.number(),
    maxInFlight: size,
    startAt: absent(moment),
  }),
  v.transform(({ startAt, ...rest }): Phase => present({ ...rest, startAtMs: startAt })),
);

const halt = v.pipe(
  v.strictObject({
    absolute: absent(v.number()),
    ratio: absent(v.strictObject({ percent: v.number(), minTerminal: v.number(), minFailed: v.number() })),
    streak: absent(v.number()),
    lost: absent(v.strictObject({ smallPhase: v.number(), count: v.number(), percent: v.number() })),
  }),
  v.transform(present),
);

const request = v.pipe(
  v.strictObject({
    preset: absent(v.string()),
    seed: absent(v.string()),
    phases: absent(v.array(phase)),
    targeting: absent(v.pipe(v.unknown(), v.guard(isTargeting, "continuous, snapshot or {deviceIds}"))),
    maxDevices: absent(v.number()),
    deadlineAt: absent(moment),
    startAt: absent(moment),
    startPolicy: absent(v.picklist(["now", "after-current"])),
    maxUnavailable: absent(size),
    halt: absent(halt),
    retry: absent(
      v.strictObject({ maxAttempts: v.number(), baseMinutes: v.number(), factor: v.number(), capMinutes: v.number() }),
    ),
    timeouts: absent(
      v.strictObject({
        stallMinutes: v.number(),
        installMinutes: v.number(),
        verify: v.strictObject({ minutes: v.number(), heartbeats: v.number() }),
        confirmMinutes: v.number(),
        attemptMinutes: v.number(),
      }),
    ),
    window: absent(v.strictObject({ days: v.array(v.number()), from: v.string(), to: v.string(), zone: v.string() })),
  }),
  v.transform(({ deadlineAt, startAt, ...rest }): PlanRequest =>
    present({ ...rest, deadlineAtMs: deadlineAt, startAtMs: startAt }),
  ),
);

/**
 * A plan that somebody asks for. Fields that nobody knows are refused: a plan that is not what it was meant to be can
 * break a fleet. @throws ContractViolation naming the field.
 */
export function decodePlanRequest(wire: unknown): PlanRequest {
  return decodeBy("plan", request, wire);
}

const SIZE_FIELDS = ["count", "percent", "atLeast"];

function isSize(wire: unknown): wire is Size {
  if (typeof wire !== "object" || wire === null || Array.isArray(wire)) return false;
  const known = Object.entries(wire).every(([name, value]) => SIZE_FIELDS.includes(name) && typeof value === "number");
  return known && ("count" in wire || "percent" in wire);
}

function isTargeting(wire: unknown): wire is NonNullable<PlanRequest["targeting"]> {
  if (wire === "continuous" || wire === "snapshot") return true;
  return v.is(v.strictObject({ deviceIds: v.array(id<DeviceId>()) }), wire);
}
