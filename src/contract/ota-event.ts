import * as v from "valibot";
import type { DeviceId, PackageId } from "#domain/ids.ts";
import type { OtaEvent } from "#domain/ota-event.ts";
import { decodeBy } from "./decode.ts";
import { absent, id, instant, instantText, otherwise } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const event = v.object({
  deviceId: id<DeviceId>(),
  packageId: id<PackageId>(),
  eventType: v.string(),
  status: v.number(),
  message: otherwise(v.string(), ""),
  currentVersion: absent(v.string()),
  targetVersion: absent(v.string()),
  timestamp: instant,
});

/** @throws ContractViolation naming the field. */
export function decodeOtaEvent(wire: unknown): OtaEvent {
  const { timestamp, ...rest } = decodeBy("event", event, wire);
  return present({ ...rest, atMs: timestamp });
}

/** A device's report as it travels in the list of events. */
export function encodeOtaEvent({ atMs, ...rest }: OtaEvent): Wire<"OtaEvent"> {
  return { ...rest, timestamp: instantText(atMs) };
}
