import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isCompressible, TWINS } from "./files.ts";

/** `demo` has the mock backend inside; `console` has none of it and talks to the origin it is served from. */
export type BuildMode = "demo" | "console";

const root = fileURLToPath(new URL("../../", import.meta.url));
const SOURCES = ["index.html", "package-lock.json", "vite.config.ts", "tsconfig.json", "public", "src", "mocks"];

/**
 * Builds `mode` unless a build of these very sources is there, and answers its folder. The build is made beside and
 * moved into place when it is whole, so that an interrupted one leaves nothing half done.
 * @throws Error when the build fails; what is wrong was printed by then.
 */
export async function ensureBuilt(mode: BuildMode): Promise<string> {
  const directory = join(root, "dist", mode);
  const stampFile = join(root, "dist", `${mode}.stamp`);
  const stamp = await stampOfSources();
  const last = existsSync(stampFile) && existsSync(directory) ? await readFile(stampFile, "utf8") : "";
  if (last === stamp) return directory;

  const making = join(root, "dist", `.${mode}-${process.pid}`);
  try {
    await runVite(mode, making);
    await compressFiles(making);
    await rm(directory, { recursive: true, force: true });
    await rename(making, directory);
    await writeFile(stampFile, stamp);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return directory;
}

/** One digest over names and contents of everything a build is made from. */
async function stampOfSources(): Promise<string> {
  const digest = createHash("sha256").update(process.version);
  const files = (await Promise.all(SOURCES.map((source) => filesUnder(source)))).flat().toSorted();
  for (const file of files) digest.update(`\0${file}\0`).update(await readFile(join(root, file)));
  return digest.digest("hex");
}

async function filesUnder(source: string): Promise<readonly string[]> {
  const path = join(root, source);
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [source];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes(".spec."))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((file) => !file.includes("node_modules"));
}

async function runVite(mode: BuildMode, outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--mode", mode, "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"];
  const build = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
  const code = await new Promise<number | null>((resolve) => build.once("close", resolve));
  if (code !== 0) throw new Error(`The ${mode} build failed.`);
}

/** Leaves a brotli and a gzip twin beside every file that gains from it. */
async function compressFiles(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && isCompressible(entry.name));
  await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const plain = await readFile(path);
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
      await writeFile(path + TWINS.br, await promisify(brotliCompress)(plain, { params }));
      await writeFile(path + TWINS.gzip, await promisify(gzip)(plain, { level: 9 }));
    }),
  );
}
