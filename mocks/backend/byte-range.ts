/** The part of a file that is asked for: bytes `from` to `to`, both included. */
export type ByteRange = { readonly from: number; readonly to: number };

/**
 * What a `Range` header means for a file of `sizeBytes`.
 * More than one range, another unit or a header that is none is ignored, as RFC 9110, 14.2 allows: the whole file.
 * @returns the range; `whole`; or `outside` when no byte of the file is in it (416).
 */
export function byteRangeOf(header: string | undefined, sizeBytes: number): ByteRange | "whole" | "outside" {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(" ", "") ?? "");
  if (match === null) return "whole";
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return "whole";
  if (first === "") {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? "outside" : { from: sizeBytes - length, to: sizeBytes - 1 };
  }
  const from = Number(first);
  if (last !== "" && Number(last) < from) return "whole";
  if (from >= sizeBytes) return "outside";
  return { from, to: last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1) };
}
