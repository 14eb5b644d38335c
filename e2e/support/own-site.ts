import type { Server } from "node:http";
import { ensureBuilt } from "#site/build.ts";
import { siteServer } from "#site/serve.ts";
import { listenOnFreePort } from "./free-port.ts";
import { originOf } from "./ports.ts";

/** A demo server of one test's own, so that the test can stop it. */
type OwnSite = { readonly origin: string; readonly stop: () => Promise<void> };

/** Serves the demo on a free port. */
export async function serveOwnDemo(): Promise<OwnSite> {
  const server = await siteServer({ directory: await ensureBuilt("demo") });
  return { origin: originOf(await listenOnFreePort(server)), stop: () => stopped(server) };
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
