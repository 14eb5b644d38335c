import { days } from "#lib/duration.ts";
import { FLAWLESS } from "#mocks/engine/simulation.ts";
import { projectBuilder } from "./project-builder.ts";
import type { WorldSpec } from "./world-spec.ts";

const BEGAN = days(7);
const ACTOR = "ci@harbour.example";
const DEVICES = 10_000;

/**
 * A healthy cohort and two builds that are not: nobody can install the one, nobody comes back from the other. Nothing
 * is deployed, so that whoever opens it chooses the plan, and sees what the plan saves.
 */
export const BAD_BUILD: WorldSpec = {
  name: "bad-build",
  about: "10,000 healthy devices, one build that nobody can install and one that bricks; nothing deployed yet",
  organizationName: "Harbour Instruments",
  beginsBeforeMs: BEGAN,
  build: (tools) => {
    const named = { id: "harbour-sensors", name: "Harbour sensors", agoMs: BEGAN, actor: ACTOR };
    const project = projectBuilder(tools, named);
    tools.world.simulation = FLAWLESS;
    project.blueprint("Harbour sensor", "zephyr", "nrf9160dk");
    const main = { id: "main", description: "Sensor firmware", sizeBytes: 412_000, main: true, mcuboot: true };
    project.pack(BEGAN, ACTOR, main);
    for (const version of ["1.0.0", "2.0.0-bad", "2.0.0-brick"]) project.upload(BEGAN, ACTOR, "main", version);
    project.fault({ package: "main", version: "2.0.0-bad", failPercent: 100, kind: "install-refused" });
    project.fault({ package: "main", version: "2.0.0-brick", failPercent: 100, kind: "bricked" });
    project.cohort(BEGAN, ACTOR, "Bad build");
    project.fleet(days(6), {
      cohort: "Bad build",
      count: DEVICES,
      prefix: "sensor-",
      blueprint: "Harbour sensor",
      tags: ["hw=rev-b"],
      versions: { main: "1.0.0" },
    });
  },
};
