import type { Problem } from "#domain/problem.ts";
import { LATENCY_MAX_MS, type Faults } from "#domain/world.ts";
import type { Outcome } from "../facts.ts";
import { isMarked, isSimulated, MARK } from "../fleet.ts";
import { isForcedOffline } from "../presence.ts";
import { invalid } from "../refusal.ts";
import { simulatedReturn } from "../simulated-device.ts";
import { FAILURE_KINDS } from "../simulation.ts";
import type { World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";

/** Switches faults on and off; those of devices work on every attempt and every contact from now on. */
export function setFaults(world: World, { faults }: CommandOf<"set-faults">): Outcome {
  const problem = faultsProblem(faults);
  if (problem !== undefined) return problem;
  const { offlinePercent } = world.faults;
  world.faults = faults;
  if (faults.offlinePercent !== offlinePercent) world.faultsSinceMs = world.nowMs;
  if (faults.offlinePercent < offlinePercent) letBack(world);
  return { facts: {} };
}

/** Who was kept away and no longer is goes on at once. */
function letBack(world: World): void {
  const { fleet } = world;
  for (let device = 0; device < fleet.count; device += 1) {
    if (!isMarked(fleet, device, MARK.asksLater | MARK.stepsLater) || isForcedOffline(world, device)) continue;
    if (isSimulated(fleet, device)) simulatedReturn(world, device);
  }
}

const SHARES = [
  "errorPercent",
  "dropBeforePercent",
  "dropAfterPercent",
  "duplicatePercent",
  "reorderPercent",
  "offlinePercent",
] as const satisfies readonly (keyof Faults)[];

function faultsProblem(faults: Faults): Problem | undefined {
  const { failByReason, latencyMs } = faults;
  const wrong = SHARES.find((field) => !isPercent(faults[field]));
  if (wrong !== undefined) return invalid(`faults.${wrong}`, "A share is a number from 0 to 100.");
  if (!(latencyMs >= 0 && latencyMs <= LATENCY_MAX_MS)) {
    return invalid("faults.latencyMs", "A latency is a number of milliseconds from 0 to 60,000.");
  }
  const kinds: readonly string[] = FAILURE_KINDS;
  for (const [kind, percent] of Object.entries(failByReason)) {
    if (!kinds.includes(kind)) return invalid("faults.failByReason", `Devices do not fail by "${kind.slice(0, 32)}".`);
    if (!isPercent(percent)) return invalid("faults.failByReason", "A share is a number from 0 to 100.");
  }
  return undefined;
}

function isPercent(value: number): boolean {
  return value >= 0 && value <= 100;
}
