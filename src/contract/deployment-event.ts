import * as v from "valibot";
import { OCCURRENCES, type DeploymentEvent, type DeploymentEvents } from "#domain/deployment-event.ts";
import type { DeviceId } from "#domain/ids.ts";
import { decodeBy } from "./decode.ts";
import { doneBy } from "./done-by.ts";
import { absent, id, instant, instantText } from "./fields.ts";
import { present } from "./present.ts";
import { standingOf } from "./target-fields.ts";
import type { Wire } from "./wire.ts";

const ofDeployment = v.object({
  kind: v.literal("deployment"),
  position: v.number(),
  at: instant,
  what: v.string(),
  by: doneBy,
  reason: absent(v.string()),
  phase: absent(v.number()),
  deviceId: absent(id<DeviceId>()),
});

const ofTarget = v.object({
  kind: v.literal("target"),
  position: v.number(),
  at: instant,
  deviceId: id<DeviceId>(),
  name: v.string(),
  attempt: v.number(),
  bucket: v.string(),
  substate: v.string(),
  reason: absent(v.number()),
  note: absent(v.string()),
});

const known = v.variant("kind", [ofDeployment, ofTarget]);
const events = v.object({ list: v.array(v.looseObject({ kind: v.string() })), next: v.number() });

/**
 * A run of a deployment's log. Entries of a kind, and occurrences, that nobody knows are left out; a substate nobody
 * knows keeps its word as the note. @throws ContractViolation naming the field.
 */
export function decodeDeploymentEvents(wire: unknown): DeploymentEvents {
  const { list, next } = decodeBy("events", events, wire);
  const readable = list.filter(({ kind }) => kind === "deployment" || kind === "target");
  return { list: readable.flatMap((entry) => eventOf(decodeBy("event", known, entry)) ?? []), next };
}

function eventOf(entry: v.InferOutput<typeof known>): DeploymentEvent | undefined {
  if (entry.kind === "target") {
    const { at, bucket, substate, note, ...rest } = entry;
    const { rawReason, ...standing } = standingOf(bucket, substate, undefined);
    return present({ ...rest, ...standing, atMs: at, note: note ?? rawReason });
  }
  const { at, what: word, ...rest } = entry;
  const what = OCCURRENCES.find((one) => one === word);
  return what === undefined ? undefined : present({ ...rest, what, atMs: at });
}

/** A run of a deployment's log as it travels. */
export function encodeDeploymentEvents({ list, next }: DeploymentEvents): Wire<"DeploymentEvents"> {
  return { list: list.map(({ atMs, ...rest }) => ({ ...rest, at: instantText(atMs) })), next };
}
