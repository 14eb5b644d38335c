import * as v from "valibot";
import type { ArtifactId, DeploymentId, DeviceId } from "#domain/ids.ts";
import type { Page } from "#domain/project.ts";
import type { Attempt, Target, TargetRow } from "#domain/target.ts";
import { decodeBy } from "./decode.ts";
import { absent, id, instant, instantText, instantTextOf, otherwise } from "./fields.ts";
import { decodePage } from "./page.ts";
import { present } from "./present.ts";
import { standingOf, substateOf, targetPackages } from "./target-fields.ts";
import type { Wire } from "./wire.ts";

const rowFields = {
  deviceId: id<DeviceId>(),
  name: v.string(),
  bucket: v.string(),
  substate: v.string(),
  stuck: otherwise(v.boolean(), false),
  attempt: v.number(),
  phase: otherwise(v.number(), 0),
  packages: targetPackages,
  reason: absent(v.number()),
  rawReason: absent(v.string()),
  lastReportAt: absent(instant),
  sinceAt: instant,
  waitsUntil: absent(instant),
};

const row = v.pipe(v.object(rowFields), v.transform(rowOf));

function rowOf({ bucket, substate, rawReason, lastReportAt, sinceAt, waitsUntil, ...rest }: RowWire): TargetRow {
  return present({
    ...rest,
    ...standingOf(bucket, substate, rawReason),
    lastReportAtMs: lastReportAt,
    sinceMs: sinceAt,
    waitsUntilMs: waitsUntil,
  });
}

type RowWire = v.InferOutput<v.ObjectSchema<typeof rowFields, undefined>>;

/** Rows of targets on the wire, as a pulse carries them. */
export const targetRows = v.array(row);

const step = v.pipe(
  v.object({ substate: v.string(), at: instant, note: absent(v.string()) }),
  v.transform(({ substate: word, at, note }) => {
    const { substate, unknown } = substateOf(word);
    return present({ substate, atMs: at, note: note ?? (unknown ? word : undefined) });
  }),
);

const target = v.object({
  ...rowFields,
  deploymentId: id<DeploymentId>(),
  attempts: v.array(v.object({ number: v.number(), steps: v.array(step) })),
  artifactIds: otherwise(v.array(id<ArtifactId>()), []),
  createdAt: instant,
  finishedAt: absent(instant),
});

/** @throws ContractViolation naming the field. */
export function decodeTargetRow(wire: unknown): TargetRow {
  return decodeBy("target", row, wire);
}

/** A row as it travels. */
export function encodeTargetRow({ lastReportAtMs, sinceMs, waitsUntilMs, ...rest }: TargetRow): Wire<"TargetRow"> {
  return present({
    ...rest,
    lastReportAt: instantTextOf(lastReportAtMs),
    sinceAt: instantText(sinceMs),
    waitsUntil: instantTextOf(waitsUntilMs),
  });
}

/** @throws ContractViolation naming the field. */
export function decodeTarget(wire: unknown): Target {
  const { deploymentId, attempts, artifactIds, createdAt, finishedAt, ...rest } = decodeBy("target", target, wire);
  return present({
    ...rowOf(rest),
    deploymentId,
    attempts,
    artifactIds,
    createdAtMs: createdAt,
    finishedAtMs: finishedAt,
  });
}

/** One device in one deployment as it travels. */
export function encodeTarget(target: Target): Wire<"Target"> {
  const { deploymentId, attempts, artifactIds, createdAtMs, finishedAtMs, ...rest } = target;
  return present({
    ...encodeTargetRow(rest),
    deploymentId,
    attempts: attempts.map(encodeAttempt),
    artifactIds: [...artifactIds],
    createdAt: instantText(createdAtMs),
    finishedAt: instantTextOf(finishedAtMs),
  });
}

function encodeAttempt({ number, steps }: Attempt): Wire<"Attempt"> {
  return { number, steps: steps.map(({ atMs, ...rest }) => ({ ...rest, at: instantText(atMs) })) };
}

/** A page of targets; `order` is the token of a kept order, to be sent with later pages. */
export function decodeTargetPage(wire: unknown): Page<TargetRow> & { readonly order?: string } {
  const page = decodePage("targets", decodeTargetRow)(wire);
  return present({ ...page, ...decodeBy("targets", v.object({ order: absent(v.string()) }), wire) });
}
