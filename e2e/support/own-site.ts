import type { Server } from "node:http";
import { ensureBuilt } from "#site/build.ts";
import { siteServer } from "#site/serve.ts";

/** A demo server of one test's own, so that the test can stop it. */
export type OwnSite = { readonly origin: string; readonly stop: () => Promise<void> };

/** Serves the demo on a free port. */
export async function serveOwnDemo(): Promise<OwnSite> {
  const server = await siteServer({ directory: await ensureBuilt("demo") });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${portOf(server)}`, stop: () => stopped(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address === "object" && address !== null) return address.port;
  throw new Error("The server has no port.");
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
