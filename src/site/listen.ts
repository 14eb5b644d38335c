import type { Server } from "node:http";
import { UsageError, type SiteArguments } from "./arguments.ts";

/**
 * Where the site is when nobody says otherwise. It stays the same from start to start, since a browser keeps the
 * demo's world by the address it came from.
 */
const USUAL_PORT = 4170;

/**
 * Starts `server` and answers its address. Without a port the usual one, or any free one when that is taken.
 * @throws UsageError when a given port is taken or not allowed, or the host is none of this machine's.
 */
export async function listen(server: Server, { host, port }: Pick<SiteArguments, "host" | "port">): Promise<string> {
  try {
    await listening(server, host, port ?? USUAL_PORT);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (port === undefined && code === "EADDRINUSE") await listening(server, host, 0);
    else throw usageErrorOf(code, host, port ?? USUAL_PORT, error);
  }
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : (port ?? USUAL_PORT);
  return `http://${host.includes(":") ? `[${host}]` : host}:${bound}/`;
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function usageErrorOf(code: unknown, host: string, port: number, cause: unknown): unknown {
  if (code === "EADDRINUSE") {
    return new UsageError(`Port ${port} is taken. Give another with --port, or leave it out for a free one.`, {
      cause,
    });
  }
  if (code === "EACCES") return new UsageError(`Port ${port} is not allowed here. Give one above 1023.`, { cause });
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new UsageError(`--host ${host} is no address of this machine.`, { cause });
  }
  return cause;
}
