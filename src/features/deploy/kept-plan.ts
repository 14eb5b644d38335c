import type { DeviceId } from "#domain/ids.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { PRESETS, type Plan } from "#domain/plan.ts";
import { DEFAULT_PLAN, type ChosenDevice, type PlanChoice } from "./plan-choice.ts";

/** A choice that was kept as JSON; the default one when there was none, or it makes no sense. */
export function decodePlanChoice(value: unknown): PlanChoice {
  const kept = fieldsOf(value);
  const preset = PRESETS.find((name) => name === kept["preset"]);
  const targeting = TARGETINGS.find((name) => name === kept["targeting"]);
  const start = STARTS.find((name) => name === kept["start"]);
  const { devices, maxDevices, maxAttempts, startAt, deadline } = kept;
  if (preset === undefined || targeting === undefined || start === undefined) return DEFAULT_PLAN;
  if (!isText(maxDevices) || !isText(startAt) || !isText(deadline)) return DEFAULT_PLAN;
  if (!Array.isArray(devices) || !devices.every(isChosen)) return DEFAULT_PLAN;
  const attempts = typeof maxAttempts === "number" ? { maxAttempts } : {};
  return { preset, targeting, devices, maxDevices, start, startAt, deadline, ...attempts };
}

/**
 * The plan of a start that was kept as JSON, key by key in the order in which it was sent: its bytes are to be the same
 * again. Undefined when it makes no sense.
 */
export function decodeSentPlan(value: unknown): PlanRequest | undefined {
  const { preset, targeting: meant, maxDevices, retry, startAtMs, startPolicy, deadlineAtMs } = fieldsOf(value);
  if (!isText(preset)) return undefined;
  const targeting = targetingIn(meant);
  return {
    preset,
    ...(targeting === undefined ? {} : { targeting }),
    ...(typeof maxDevices === "number" ? { maxDevices } : {}),
    ...(isRetry(retry) ? { retry } : {}),
    ...(typeof startAtMs === "number" ? { startAtMs } : {}),
    ...(startPolicy === "after-current" ? { startPolicy } : {}),
    ...(typeof deadlineAtMs === "number" ? { deadlineAtMs } : {}),
  };
}

const TARGETINGS = ["continuous", "snapshot", "chosen"] as const;
const STARTS = ["now", "at", "after-current"] as const;

function targetingIn(value: unknown): Plan["targeting"] | undefined {
  if (value === "snapshot") return value;
  const { deviceIds } = fieldsOf(value);
  return Array.isArray(deviceIds) && deviceIds.every(isDeviceId) ? { deviceIds } : undefined;
}

function isRetry(value: unknown): value is Plan["retry"] {
  const fields = fieldsOf(value);
  return ["maxAttempts", "baseMinutes", "factor", "capMinutes"].every((name) => typeof fields[name] === "number");
}

function isChosen(value: unknown): value is ChosenDevice {
  const { id, name } = fieldsOf(value);
  return isText(id) && isText(name);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Ids are kept as they were given. */
function isDeviceId(value: unknown): value is DeviceId {
  return typeof value === "string";
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
