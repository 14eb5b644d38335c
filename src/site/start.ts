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
  const { host, port, ...upstream } = siteArguments(argv);
  const { backend } = upstream;
  const directory = await ensureBuilt(backend === undefined ? "demo" : "console");
  const server = await siteServer({ directory, ...upstream });
  const address = await listen(server, { host, ...(port === undefined ? {} : { port }) });
  console.log(backend === undefined ? `Slipway demo: ${address}` : `Slipway on ${backend}: ${address}`);

  whenEnding(() => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
