import { posix } from "node:path";
import type { SiteFile } from "#site/files.ts";

type Files = ReadonlyMap<string, SiteFile>;

/** A part of the console that is fetched when it is first opened, and all scripts that only it makes necessary. */
export type LazyPart = { readonly path: string; readonly scripts: readonly string[] };

const STATIC_IMPORT = /\b(?:from|import)\s*["'`](\.\/[^"'`]+\.js)["'`]/g;
const DYNAMIC_IMPORT = /\bimport\(\s*["'`](\.\/[^"'`]+\.js)["'`]/g;

/** Reads from a build which parts come later, each with what it needs beyond the page's own script. */
export function lazyPartsOf(files: Files): readonly LazyPart[] {
  const page = textOf(files, "/index.html");
  const first = neededBy(
    files,
    [...page.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, path = ""]) => path),
  );
  const later = new Set([...first].flatMap((path) => importsOf(files, path, DYNAMIC_IMPORT)));
  return [...later].map((path) => ({
    path,
    scripts: [...neededBy(files, [path])].filter((script) => !first.has(script)),
  }));
}

/** The scripts that need themselves, by way of others: which of those runs first depends on the page that is opened. */
export function scriptsInCircles(files: Files): readonly string[] {
  const scripts = [...files.keys()].filter((path) => path.endsWith(".js"));
  return scripts.filter((path) => neededBy(files, importsOf(files, path, STATIC_IMPORT)).has(path));
}

/** The scripts and all that they import, and so on. */
function neededBy(files: Files, paths: readonly string[]): ReadonlySet<string> {
  const needed = new Set(paths);
  // A set that grows while it is walked is walked to its end.
  for (const path of needed) for (const imported of importsOf(files, path, STATIC_IMPORT)) needed.add(imported);
  return needed;
}

function importsOf(files: Files, path: string, pattern: RegExp): readonly string[] {
  return [...textOf(files, path).matchAll(pattern)].map(([, to = ""]) => posix.join(posix.dirname(path), to));
}

function textOf(files: Files, path: string): string {
  return files.get(path)?.plain.toString("utf8") ?? "";
}
