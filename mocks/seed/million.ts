import { days, minutes } from "#lib/duration.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { HEALTHY } from "#mocks/engine/simulation.ts";
import { CABINET, CELLULAR, SOLAR, VEHICLE } from "./device-profiles.ts";
import { projectBuilder, type ProjectBuilder, type SeedFleet } from "./project-builder.ts";
import type { WorldSpec } from "./world-spec.ts";

const BEGAN = days(120);
const ACTOR = "ci@harbour.example";
const COHORT = "Everywhere";

/** The first devices ever: the past was theirs. */
const PILOT: SeedFleet = fleet("pilot-", 1_000, "Harbour sensor", "site=rotterdam", "hw=rev-b", "1.0.0");

/** The others, 999,000 of them, left the factory with what the last of the past deployments had brought. */
const SHIPPED: readonly SeedFleet[] = [
  fleet("rotterdam-", 249_000, "Harbour sensor", "site=rotterdam", "hw=rev-b", "1.3.0"),
  fleet("hamburg-", 200_000, "Harbour sensor", "site=hamburg", "hw=rev-c", "1.3.0"),
  fleet("oakland-", 200_000, "Harbour sensor", "site=oakland", "hw=rev-b", { "1.3.0": 9, "1.2.0": 1 }),
  fleet("buoy-", 150_000, "Buoy", "site=gdansk", "hw=rev-b", "1.3.0"),
  fleet("truck-", 150_000, "Truck", "site=hamburg", "hw=rev-a", "1.3.0"),
  fleet("cabinet-", 50_000, "Cabinet", "site=oakland", "hw=rev-c", "1.3.0"),
];

const PAST = [
  { agoMs: days(110), name: "First image", version: "1.1.0" },
  { agoMs: days(80), name: "Watchdog", version: "1.2.0" },
  { agoMs: days(50), name: "Radio sleep", version: "1.3.0" },
] as const;

/** Three phases; the first is done, the second is under way. Weak links fail fast: the ratio looks at many. */
const PLAN: PlanRequest = {
  preset: "custom",
  phases: [
    { name: "1,000 first", size: { count: 1_000 }, ...step(700, 1_000) },
    { name: "10 %", size: { percent: 10 }, ...step(60_000, 10_000) },
    { name: "All devices", size: { percent: 100 }, ...step(600_000, 20_000) },
  ],
  maxUnavailable: { percent: 5 },
  halt: { ratio: { percent: 20, minTerminal: 20_000, minFailed: 1_000 } },
};

/** A million devices in one cohort, three deployments behind it, and one that is landing in phases. */
export const MILLION: WorldSpec = {
  name: "million",
  about: "1,000,000 devices in one cohort, a short history, one live rollout in phases",
  organizationName: "Harbour Instruments",
  beginsBeforeMs: BEGAN,
  build: (tools) => {
    const named = { id: "harbour-sensors", name: "Harbour sensors", agoMs: BEGAN, actor: ACTOR };
    const project = projectBuilder(tools, named);
    tools.world.simulation = { ...HEALTHY, failPercent: 2 };
    project.blueprint("Harbour sensor", "zephyr", "nrf9160dk", CELLULAR);
    project.blueprint("Buoy", "zephyr", "nrf9160dk", SOLAR);
    project.blueprint("Truck", "zephyr", "nrf9161dk", VEHICLE);
    project.blueprint("Cabinet", "linux", "imx8mm", CABINET);
    const main = { id: "main", description: "Firmware", sizeBytes: 412_000, main: true, mcuboot: true };
    project.pack(BEGAN, ACTOR, main);
    project.cohort(BEGAN, ACTOR, COHORT);
    project.fault({ version: "2.0.0", tag: "hw=rev-a", failPercent: 20, kind: "reverted" });
    past(project);
    for (const shipped of SHIPPED) project.fleet(days(20), shipped);
    project.deploy(minutes(8), ACTOR, COHORT, { name: "Two oh", packages: { main: "2.0.0" }, plan: PLAN });
  },
};

/**
 * A past that a million devices went through would be ten million events. It was a thousand that went through it, event
 * by event; the others joined after the last of it was completed, so that they never were its targets.
 */
function past(project: ProjectBuilder): void {
  project.fleet(days(115), PILOT);
  for (const { agoMs, name, version } of PAST) {
    project.deploy(agoMs, ACTOR, COHORT, { name, packages: { main: version } });
  }
  const ended = { cohort: COHORT, name: "Radio sleep", how: "complete", reason: "New devices ship with it." } as const;
  project.end(days(25), ACTOR, ended);
}

function step(minTerminal: number, inFlight: number) {
  const criteria = { successPercent: 80, minTerminal, maxInFlight: { count: inFlight } };
  return { promote: "auto", soakMinutes: 0, ...criteria } as const;
}

function fleet(
  prefix: string,
  count: number,
  blueprint: string,
  site: string,
  hardware: string,
  version: string | Readonly<Record<string, number>>,
): SeedFleet {
  return { cohort: COHORT, count, prefix, digits: 6, blueprint, tags: [site, hardware], versions: { main: version } };
}
