import type { SiteFile } from "#site/files.ts";

/** What these files weigh on the line, in KB of 1,000 bytes; a file that does not compress counts as it is. */
export function kilobytesOf(files: readonly (SiteFile | undefined)[], encoding: "gzip" | "br" = "gzip"): number {
  return files.reduce((all, file) => all + (file?.[encoding]?.length ?? file?.plain.length ?? 0), 0) / 1000;
}
