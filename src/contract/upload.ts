import * as v from "valibot";
import type { UploadId } from "#domain/ids.ts";
import { decodeBy } from "./decode.ts";
import { id, otherwise } from "./fields.ts";
import type { Wire } from "./wire.ts";

/** An upload in chunks that is under way. */
export type Upload = {
  readonly uploadId: UploadId;
  /** Every chunk but the last has exactly this many bytes. */
  readonly chunkBytes: number;
  /** Numbers of the chunks that are there, from 0. */
  readonly received: readonly number[];
};

const upload = v.object({
  uploadId: id<UploadId>(),
  chunkBytes: v.pipe(v.number(), v.integer("a number of bytes"), v.minValue(1, "a number of bytes")),
  received: otherwise(v.array(v.number()), []),
});

/** @throws ContractViolation naming the field. */
export function decodeUpload(wire: unknown): Upload {
  return decodeBy("upload", upload, wire);
}

/** An upload as it travels. */
export function encodeUpload({ uploadId, chunkBytes, received }: Upload): Wire<"Upload"> {
  return { uploadId, chunkBytes, received: [...received] };
}
