import * as v from "valibot";
import { NO_FAULTS, type WorldInfo } from "#domain/world.ts";
import { decodeBy } from "./decode.ts";
import { absent, instant, instantText, otherwise } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const none = () => otherwise(v.number(), 0);

const faults = v.object({
  errorPercent: none(),
  latencyMs: none(),
  dropBeforePercent: none(),
  dropAfterPercent: none(),
  duplicatePercent: none(),
  reorderPercent: none(),
  offlinePercent: none(),
  failByReason: otherwise(v.record(v.string(), v.number()), {}),
});

const world = v.object({
  name: v.string(),
  seed: v.string(),
  epoch: instant,
  now: instant,
  speed: v.number(),
  paused: v.boolean(),
  faults: otherwise(faults, NO_FAULTS),
  notice: absent(v.string()),
});

/** @throws ContractViolation naming the field. */
export function decodeWorld(wire: unknown): WorldInfo {
  const { epoch, now, ...rest } = decodeBy("world", world, wire);
  return present({ ...rest, epochMs: epoch, nowMs: now });
}

/** A world as it travels. */
export function encodeWorld({ epochMs, nowMs, ...rest }: WorldInfo): Wire<"World"> {
  return { ...rest, epoch: instantText(epochMs), now: instantText(nowMs) };
}
