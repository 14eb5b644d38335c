import { serveOptionsOf, UsageError } from "./cli-arguments.ts";
import { whenEnding } from "./ending.ts";
import { serveMockBackend } from "./serve.ts";

/** `npm run mock`: the mock backend as a real HTTP server, until Ctrl-C. */
async function main(): Promise<void> {
  const options = serveOptionsOf(process.argv.slice(2));
  const { origin, close } = await serveMockBackend(options);
  console.log(`World "${options.world ?? "demo"}" at ${origin}`);
  whenEnding(() => {
    void close().then(() => process.exit(0));
  });
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});

function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return "The port is taken. Give another with --port, or leave it out for a free one.";
  if (code === "EACCES") return "The port may not be used. Give one above 1023 with --port.";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return "The host is not one of this machine's. Give another.";
  return error instanceof Error ? error.message : String(error);
}
