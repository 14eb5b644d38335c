import { days, minutes } from "#lib/duration.ts";
import { projectBuilder } from "./project-builder.ts";
import type { WorldSpec } from "./world-spec.ts";

const BEGAN = days(30);
const ACTOR = "ci@harbour.example";
const SITES = ["rotterdam", "hamburg", "gdansk", "oakland"] as const;
const DEVICES_A_SITE = 25_000;

/** Many devices in one cohort, and a rollout that has just begun on all of them. */
export const LARGE: WorldSpec = {
  name: "large",
  about: "100,000 devices, one live rollout",
  organizationName: "Harbour Instruments",
  beginsBeforeMs: BEGAN,
  build: (tools) => {
    const named = { id: "harbour-sensors", name: "Harbour sensors", agoMs: BEGAN, actor: ACTOR };
    const project = projectBuilder(tools, named);
    project.blueprint("Harbour sensor", "zephyr", "nrf9160dk");
    project.pack(BEGAN, ACTOR, {
      id: "main",
      description: "Sensor firmware",
      sizeBytes: 412_000,
      main: true,
      mcuboot: true,
    });
    project.cohort(BEGAN, ACTOR, "Everywhere");
    SITES.forEach((site, at) => {
      project.fleet(BEGAN, {
        cohort: "Everywhere",
        count: DEVICES_A_SITE,
        prefix: `${site}-`,
        blueprint: "Harbour sensor",
        tags: [`site=${site}`, at % 2 === 0 ? "hw=rev-b" : "hw=rev-c"],
        versions: { main: { "1.0.0": 9, "0.9.0": 1 } },
      });
    });
    project.deploy(minutes(2), ACTOR, "Everywhere", { name: "Everyone at once", packages: { main: "2.0.0" } });
  },
};
