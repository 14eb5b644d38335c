import * as v from "valibot";
import type { CohortId } from "#domain/ids.ts";
import type { FilterPreview } from "#domain/filter-preview.ts";
import { decodeBy } from "./decode.ts";
import { decodeDevice, encodeDevice } from "./device.ts";
import { id, otherwise, wordOf } from "./fields.ts";
import type { Wire } from "./wire.ts";

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
});

/** @throws ContractViolation naming the field. */
export function decodeFilterPreview(wire: unknown): FilterPreview {
  const { sample, ...rest } = decodeBy("preview", preview, wire);
  return { ...rest, sample: sample.map(decodeDevice) };
}

/** What a filter would hold, as it travels. */
export function encodeFilterPreview({ sample, overlaps, ...rest }: FilterPreview): Wire<"FilterPreview"> {
  return { ...rest, sample: sample.map(encodeDevice), overlaps: [...overlaps] };
}
