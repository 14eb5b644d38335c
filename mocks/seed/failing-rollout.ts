import { days, hours, minutes } from "#lib/duration.ts";
import { FLAWLESS } from "#mocks/engine/simulation.ts";
import { projectBuilder, type ProjectBuilder } from "./project-builder.ts";
import type { WorldSpec } from "./world-spec.ts";

const BEGAN = days(60);
const ACTOR = "ana@harbour.example";

/** Two cohorts of one fleet. One device in seven is of revision C, the one that the new build breaks. */
const COHORTS = [
  { name: "Production", devices: 4_200, prefix: "pump-" },
  { name: "Production north", devices: 2_100, prefix: "north-" },
] as const;

/**
 * A build that one hardware revision does not bear, under the standard plan: in the first cohort it has halted by the
 * time anybody looks, with the evidence there; in the second it was started minutes ago and will halt before one's eyes.
 */
export const FAILING_ROLLOUT: WorldSpec = {
  name: "failing-rollout",
  about: "a rollout that has halted by ratio because of one hardware revision, and a second one about to",
  organizationName: "Harbour Instruments",
  beginsBeforeMs: BEGAN,
  build: (tools) => {
    const named = { id: "harbour-sensors", name: "Harbour sensors", agoMs: BEGAN, actor: ACTOR };
    const project = projectBuilder(tools, named);
    tools.world.simulation = { ...FLAWLESS, offlinePercent: 6 };
    project.blueprint("Pump controller", "zephyr", "nrf9160dk");
    const main = { id: "main", description: "Pump firmware", sizeBytes: 240_000, main: true, mcuboot: true };
    project.pack(BEGAN, ACTOR, main);
    project.fault({ version: "3.1.0", tag: "hw=rev-c", failPercent: 65, kind: "reverted", runsForMinutes: 11 });
    project.fault({ version: "3.1.0", failPercent: 1, kind: "4" });
    for (const { name } of COHORTS) project.cohort(BEGAN, ACTOR, name);
    COHORTS.forEach((cohort) => fleetOf(project, cohort));
    const plan = { preset: "standard" } as const;
    const before = { name: "Quieter start", packages: { main: "3.0.0" }, plan };
    for (const { name } of COHORTS) project.deploy(days(20), ACTOR, name, before);
    const bad = { name: "Soft stop", packages: { main: "3.1.0" }, plan };
    project.deploy(hours(2), ACTOR, "Production", { ...bad, notes: "Valves close over two seconds." });
    project.deploy(minutes(12), ACTOR, "Production north", bad);
  },
};

function fleetOf(project: ProjectBuilder, { name, devices, prefix }: (typeof COHORTS)[number]): void {
  const revisions = [
    ["hw=rev-b", 0, (devices / 7) * 6],
    ["hw=rev-c", (devices / 7) * 6, devices / 7],
  ] as const;
  for (const [tag, before, count] of revisions) {
    const numbered = { count, firstNumber: before + 1, prefix };
    const what = { blueprint: "Pump controller", tags: [tag], versions: { main: "2.4.0" } };
    project.fleet(days(58), { cohort: name, ...numbered, ...what });
  }
}
