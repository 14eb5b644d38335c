import { isRoot } from "./find-browser.ts";

/** How every browser of the tests and the bench is started: at rest but for what is asked of it. */
export function launchOptions(executablePath: string) {
  return {
    executablePath,
    args: [
      ...(isRoot() ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
}
