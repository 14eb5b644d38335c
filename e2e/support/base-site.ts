import type { Server } from "node:http";
import { serveMockBackend } from "#mocks/doors/serve.ts";
import { ensureBuilt } from "#site/build.ts";
import { siteServer } from "#site/serve.ts";
import { listenOnFreePort } from "./free-port.ts";
import { originOf } from "./ports.ts";
import { EPOCH, SEED } from "./world.ts";

/** The console in front of a backend that has Golioth's base operations and no more. */
type BaseSite = { readonly origin: string; readonly stop: () => Promise<void> };

/** Serves both on free ports. */
export async function serveConsoleOnBase(): Promise<BaseSite> {
  const began = { world: "demo", seed: SEED, epochMs: Date.parse(EPOCH) };
  const backend = await serveMockBackend({ ...began, baseOnly: true });
  const server = await siteServer({ directory: await ensureBuilt("console"), backend: backend.origin });
  return {
    origin: originOf(await listenOnFreePort(server)),
    stop: async () => {
      await stopped(server);
      await backend.close();
    },
  };
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
