import { formatBytes } from "#ui/format.ts";
import type { SizeRange } from "./version-choices.ts";

/** "412 KB", or "398 KB to 412 KB" where variants differ. */
export function sizeText({ least, most }: SizeRange): string {
  const [from, to] = [formatBytes(least), formatBytes(most)];
  return from === to ? from : `${from} to ${to}`;
}
