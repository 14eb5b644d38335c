import { parseArgs } from "node:util";

/** What `npm start` was asked for. `port` absent: the usual one, or any free one when that is taken. */
export type SiteArguments = {
  readonly host: string;
  readonly port?: number;
  /** Origin that `/v1` and `/device` go to; absent: the demo, which answers them inside the page. */
  readonly backend?: string;
  /** Sent with every request to the backend as `x-api-key`, so that no browser ever holds it. */
  readonly apiKey?: string;
};

/** Something the person who typed the command can put right; shown without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads `--port`, `--host`, `--backend` and `--api-key`.
 * @throws UsageError with a sentence that says what is wrong and what would do.
 */
export function siteArguments(argv: readonly string[]): SiteArguments {
  const { host, port, backend, "api-key": apiKey } = valuesOf(argv);
  if (apiKey !== undefined && backend === undefined) {
    throw new UsageError("--api-key is for a backend. Name it with --backend.");
  }
  return {
    host: host ?? "127.0.0.1",
    ...(port === undefined ? {} : { port: portOf(port) }),
    ...(backend === undefined ? {} : { backend: originOf(backend) }),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}

function valuesOf(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const options = { host: text, port: text, backend: text, "api-key": text };
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${what}. Known are --port, --host, --backend and --api-key.`, { cause: error });
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port. Give a number from 1 to 65535, or leave it out for a free one.`);
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = url !== undefined && url.pathname === "/" && url.search === "" && url.username === "";
  if (isOrigin && (url.protocol === "http:" || url.protocol === "https:")) return url.origin;
  throw new UsageError(`--backend ${text} is no origin. Give one such as http://127.0.0.1:8080, without a path.`);
}
