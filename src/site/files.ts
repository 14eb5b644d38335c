import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, posix, relative, sep } from "node:path";

/** One file of a build, with the encodings that were made for it beside it. */
export type SiteFile = {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
};

/** Ends of the compressed twins that the build leaves beside a file. */
export const TWINS = { br: ".br", gzip: ".gz" } as const;

/**
 * Reads a whole build into memory, by path from the site's root ("/assets/x.js"). It is a few megabytes, and a server
 * that holds it keeps serving one consistent build while the next one is made.
 */
export async function readFiles(directory: string): Promise<ReadonlyMap<string, SiteFile>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const bytes = new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const)));
  const isTwin = (path: string) => Object.values(TWINS).some((end) => path.endsWith(end));
  return new Map(
    [...bytes]
      .filter(([path]) => !isTwin(path))
      .map(([path, plain]) => {
        const [br, gzip] = [bytes.get(path + TWINS.br), bytes.get(path + TWINS.gzip)];
        const file: SiteFile = {
          type: typeOf(path),
          etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
          plain,
          ...(br === undefined ? {} : { br }),
          ...(gzip === undefined ? {} : { gzip }),
        };
        return [`/${relative(directory, path).split(sep).join(posix.sep)}`, file];
      }),
  );
}

/** Whether a file of this name is worth compressing. */
export function isCompressible(path: string): boolean {
  return /^(text\/|application\/(json|manifest)|image\/svg)/.test(typeOf(path));
}

function typeOf(path: string): string {
  return TYPES[extname(path)] ?? "application/octet-stream";
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
