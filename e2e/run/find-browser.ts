import { chromium } from "@playwright/test";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium or Chrome that starts: the one CHROMIUM names, an installed one, Playwright's own; else it gets
 * one, from Playwright or, as root, from the distribution.
 * @throws Error with one sentence that says what to install.
 */
export function findBrowser(): string {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && named !== "") {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM is ${named}, and that does not start; set it to the path of a Chromium or Chrome.`);
  }
  const browser = installed() ?? playwrightsOwn() ?? fetched();
  if (browser !== undefined) return browser;
  throw new Error("No browser was found: install Chromium or Chrome, or set CHROMIUM to the path of one.");
}

function installed(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const paths = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...paths, ...MAC_APPLICATIONS].find(starts);
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return starts(path) ? path : undefined;
}

function fetched(): string | undefined {
  console.log("No browser here; getting one.");
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  runs(process.execPath, [cli, "install", ...(isRoot() ? ["--with-deps"] : []), "chromium"]);
  const own = playwrightsOwn();
  if (own !== undefined || !isRoot()) return own;
  runs("apt-get", ["update", "-q"]);
  runs("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium"]);
  return installed();
}

/** Some installed browsers are mere signposts to a store, or lack libraries: only one that tells its version counts. */
function starts(path: string): boolean {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function runs(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}

/** Root may install packages; and Chromium refuses its sandbox to root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
