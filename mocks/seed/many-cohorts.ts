import { days, hours } from "#lib/duration.ts";
import { projectBuilder } from "./project-builder.ts";
import type { WorldSpec } from "./world-spec.ts";

const BEGAN = days(60);
const COHORTS = 1_000;
const ACTOR = "ci@harbour.example";

/** More cohorts than fit on a page, every third with something deployed. */
export const MANY_COHORTS: WorldSpec = {
  name: "many-cohorts",
  about: "1,000 cohorts",
  organizationName: "Harbour Instruments",
  beginsBeforeMs: BEGAN,
  build: (tools) => {
    const named = { id: "harbour-sensors", name: "Harbour sensors", agoMs: BEGAN, actor: ACTOR };
    const project = projectBuilder(tools, named);
    project.pack(BEGAN, ACTOR, {
      id: "main",
      description: "Sensor firmware",
      sizeBytes: 64_000,
      main: true,
      mcuboot: true,
    });
    const names = Array.from({ length: COHORTS }, (_, at) => `Cohort ${String(at + 1).padStart(4, "0")}`);
    for (const name of names) project.cohort(BEGAN, ACTOR, name);
    names.forEach((cohort, at) => {
      const versions = { main: "1.0.0" };
      project.fleet(BEGAN, { cohort, count: 1 + (at % 5), prefix: `unit-${at + 1}-`, tags: [], versions });
    });
    names.forEach((cohort, at) => {
      const agoMs = hours((COHORTS - at) / 2);
      if (at % 3 === 0) project.deploy(agoMs, ACTOR, cohort, { name: "Baseline", packages: { main: "1.1.0" } });
    });
  },
};
