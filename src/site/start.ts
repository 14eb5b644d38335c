import { siteArguments, UsageError } from "./arguments.ts";
import { ensureBuilt } from "./build.ts";
import { whenEnding } from "./ending.ts";
import { listen } from "./listen.ts";
import { siteServer } from "./serve.ts";

try {
  await start(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Builds when needed, serves, prints where, and goes on until it is told to end. */
async function start(argv: readonly string[]): Promise<void> {
  const asked = siteArguments(argv);
  const mode = asked.backend === undefined ? "demo" : "console";
  const directory = await ensureBuilt(mode);
  const server = await siteServer({ directory, ...(asked.backend === undefined ? {} : { backend: asked.backend }) });
  const address = await listen(server, asked);
  console.log(asked.backend === undefined ? `Slipway demo: ${address}` : `Slipway on ${asked.backend}: ${address}`);

  whenEnding(() => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
