import * as v from "valibot";
import type { DevicePastTarget } from "#domain/device-history.ts";
import type { CohortId, DeploymentId } from "#domain/ids.ts";
import { decodeBy } from "./decode.ts";
import { absent, id, instant, instantText, otherwise } from "./fields.ts";
import { present } from "./present.ts";
import { standingOf, targetPackages } from "./target-fields.ts";
import type { Wire } from "./wire.ts";

const entry = v.object({
  deploymentId: id<DeploymentId>(),
  deploymentName: v.string(),
  cohortId: id<CohortId>(),
  cohortName: v.string(),
  bucket: v.string(),
  substate: v.string(),
  attempt: otherwise(v.number(), 0),
  packages: targetPackages,
  reason: absent(v.number()),
  rawReason: absent(v.string()),
  sinceAt: instant,
  startedAt: instant,
});

/** @throws ContractViolation naming the field. */
export function decodeDevicePastTarget(wire: unknown): DevicePastTarget {
  const { bucket, substate, rawReason, sinceAt, startedAt, ...rest } = decodeBy("history", entry, wire);
  return present({
    ...rest,
    ...standingOf(bucket, substate, rawReason),
    sinceMs: sinceAt,
    startedAtMs: startedAt,
  });
}

/** One deployment of a device's past as it travels. */
export function encodeDevicePastTarget(past: DevicePastTarget): Wire<"DeviceHistoryEntry"> {
  const { sinceMs, startedAtMs, ...rest } = past;
  return { ...rest, sinceAt: instantText(sinceMs), startedAt: instantText(startedAtMs) };
}
