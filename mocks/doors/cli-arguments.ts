import { parseArgs } from "node:util";
import { MAX_SPEED } from "#mocks/backend/clock.ts";
import { worldNames } from "#mocks/seed/worlds.ts";
import type { ServeOptions } from "./serve.ts";

/** Something the person who typed the command can put right; shown without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  world: { type: "string" },
  seed: { type: "string" },
  epoch: { type: "string" },
  speed: { type: "string" },
  journal: { type: "string" },
  actor: { type: "string" },
  "api-key": { type: "string" },
  "base-only": { type: "boolean" },
} as const;

/**
 * Reads what `npm run mock` was asked for.
 * @throws UsageError with a sentence that says what is wrong and what would do.
 */
export function serveOptionsOf(argv: readonly string[]): ServeOptions {
  const {
    port,
    host,
    world,
    seed,
    epoch,
    speed,
    journal,
    actor,
    "api-key": apiKey,
    "base-only": baseOnly,
  } = valuesOf(argv);
  return {
    ...(port === undefined ? {} : { port: portOf(port) }),
    ...(host === undefined ? {} : { host: wordOf("host", host) }),
    ...(world === undefined ? {} : { world: worldOf(world) }),
    ...(seed === undefined ? {} : { seed: wordOf("seed", seed) }),
    ...(epoch === undefined ? {} : { epochMs: epochOf(epoch) }),
    ...(speed === undefined ? {} : { speed: speedOf(speed) }),
    ...(journal === undefined ? {} : { journalFile: wordOf("journal", journal) }),
    ...(actor === undefined ? {} : { actor: wordOf("actor", actor) }),
    ...(apiKey === undefined ? {} : { apiKey: wordOf("api-key", apiKey) }),
    ...(baseOnly === undefined ? {} : { baseOnly }),
  };
}

function valuesOf(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (error) {
    const [what = "This cannot be read"] = error instanceof Error ? error.message.split(". ") : [];
    const known = Object.keys(OPTIONS).map((name) => `--${name}`);
    throw new UsageError(`${what}. Known are ${known.join(" ")}.`, { cause: error });
  }
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(`--port ${text} is no port. Give a number from 1 to 65535, or leave it out for a free one.`);
}

function worldOf(name: string): string {
  if (worldNames().includes(name)) return name;
  throw new UsageError(`There is no world "${name}". There are ${worldNames().join(", ")}.`);
}

function epochOf(text: string): number {
  const atMs = Date.parse(text);
  if (Number.isFinite(atMs)) return atMs;
  throw new UsageError(`--epoch ${text} is no date. Give one such as 2026-01-01T00:00:00Z.`);
}

function speedOf(text: string): number {
  const speed = Number(text);
  if (speed >= 1 && speed <= MAX_SPEED) return speed;
  throw new UsageError(`--speed ${text} is out of bounds. Give world seconds a second, from 1 to ${MAX_SPEED}.`);
}

function wordOf(name: string, text: string): string {
  if (text.trim() !== "") return text;
  throw new UsageError(`--${name} is empty. Give it a value or leave it out.`);
}
