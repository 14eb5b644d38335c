import { basename } from "node:path";
import type { SiteFile } from "#site/files.ts";
import { lazyPartsOf } from "../support/chunks.ts";
import { kilobytesOf } from "../support/kilobytes.ts";
import type { Figure } from "./figures.ts";

type Files = ReadonlyMap<string, SiteFile>;

/** What was asked for until the first rows were there. */
export function bytesBeforeRows(files: Files, asked: readonly string[], bar?: string): readonly Figure[] {
  const scripts = asked.filter((path) => path.endsWith(".js"));
  return [
    { what: `all of ${asked.length} files before the first rows`, ...sizeOf(files, asked) },
    { what: `${scripts.length} scripts among them`, ...sizeOf(files, scripts), ...(bar === undefined ? {} : { bar }) },
  ];
}

/** Scripts and styles of a whole build, and the part that costs most to open. */
export function bytesInAll(files: Files): readonly Figure[] {
  const ending = (end: string) => [...files.keys()].filter((path) => path.endsWith(end));
  const parts = lazyPartsOf(files).toSorted((a, b) => gzipOf(files, b.scripts) - gzipOf(files, a.scripts));
  return [
    ...parts.slice(0, 1).map(({ path, scripts }) => ({
      what: `largest lazy part: ${basename(path).replace(/-.{8}\.js$/, "")}, ${scripts.length} scripts`,
      ...sizeOf(files, scripts),
      bar: "≤ 60 KB gzip",
    })),
    { what: "all scripts", ...sizeOf(files, ending(".js")), bar: "≤ 450 KB gzip" },
    { what: "all styles", ...sizeOf(files, ending(".css")), bar: "≤ 25 KB gzip" },
  ];
}

function sizeOf(files: Files, paths: readonly string[]): Pick<Figure, "value" | "spread"> {
  const brotli = kilobytesOf(
    paths.map((path) => files.get(path)),
    "br",
  );
  return { value: `${gzipOf(files, paths).toFixed(1)} KB gzip`, spread: `${brotli.toFixed(1)} KB brotli` };
}

function gzipOf(files: Files, paths: readonly string[]): number {
  return kilobytesOf(paths.map((path) => files.get(path)));
}
