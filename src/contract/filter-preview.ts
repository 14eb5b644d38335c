import * as v from "valibot";
import type { CohortId } from "#domain/ids.ts";
import type { FilterPreview, SomeDevices } from "#domain/filter-preview.ts";
import { decodeBy } from "./decode.ts";
import { decodeDevice, encodeDevice } from "./device.ts";
import { absent, id, otherwise, wordOf } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const someDevices = v.object({ count: v.number(), sample: otherwise(v.array(v.unknown()), []) });

const preview = v.object({
  matching: v.number(),
  takes: v.number(),
  placedByHand: v.number(),
  sample: otherwise(v.array(v.unknown()), []),
  overlaps: otherwise(
    v.array(
      v.object({
        cohortId: id<CohortId>(),
        name: v.string(),
        count: v.number(),
        wins: wordOf(["this", "other"], "other"),
      }),
    ),
    [],
  ),
  change: absent(v.object({ joins: someDevices, leaves: someDevices })),
});

/** @throws ContractViolation naming the field. */
export function decodeFilterPreview(wire: unknown): FilterPreview {
  const { sample, change, ...rest } = decodeBy("preview", preview, wire);
  return present({
    ...rest,
    sample: sample.map(decodeDevice),
    change: change === undefined ? undefined : { joins: decodedSome(change.joins), leaves: decodedSome(change.leaves) },
  });
}

/** What a filter would hold, as it travels. */
export function encodeFilterPreview({ sample, overlaps, change, ...rest }: FilterPreview): Wire<"FilterPreview"> {
  return {
    ...rest,
    sample: sample.map(encodeDevice),
    overlaps: [...overlaps],
    ...(change === undefined
      ? {}
      : { change: { joins: encodedSome(change.joins), leaves: encodedSome(change.leaves) } }),
  };
}

function decodedSome({ count, sample }: v.InferOutput<typeof someDevices>): SomeDevices {
  return { count, sample: sample.map(decodeDevice) };
}

function encodedSome({ count, sample }: SomeDevices): Wire<"SomeDevices"> {
  return { count, sample: sample.map(encodeDevice) };
}
