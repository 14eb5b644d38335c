import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Measured } from "./measured.ts";

const MEASURE = fileURLToPath(new URL("measure.ts", import.meta.url));

/**
 * Measures one size of fleet in a new process.
 * @throws when that process fails; what it said is shown.
 */
export function measureInOwnProcess(devices: number): Measured {
  const { status, stdout } = spawnSync(process.execPath, ["--expose-gc", "--import", "tsx", MEASURE, String(devices)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`Measuring ${devices} devices ended with ${status}.`);
  // Written by measure.ts, of the same version.
  return JSON.parse(stdout) as Measured;
}
