import { days, minutes } from "#lib/duration.ts";
import { CELLULAR } from "./device-profiles.ts";
import { projectBuilder } from "./project-builder.ts";
import type { WorldSpec } from "./world-spec.ts";

/** The example of mocks/README.md. */
export const BUOYS: WorldSpec = {
  name: "buoys",
  about: "40 buoys, half of them on a board that the new build does not run on",
  organizationName: "Harbour Instruments",
  beginsBeforeMs: days(30),
  build: (tools) => {
    const ana = "ana@harbour.example";
    const project = projectBuilder(tools, { id: "buoys", name: "Buoys", agoMs: days(30), actor: ana });
    project.blueprint("Buoy", "zephyr", "nrf9160dk", CELLULAR);
    project.pack(days(30), ana, { id: "main", description: "Buoy firmware", sizeBytes: 200_000, main: true });
    project.cohort(days(30), ana, "Outer harbour");
    const buoys = { cohort: "Outer harbour", count: 20, blueprint: "Buoy", versions: { main: "1.0.0" } };
    project.fleet(days(29), { ...buoys, prefix: "old-", tags: ["hw=rev-a"] });
    project.fleet(days(29), { ...buoys, prefix: "new-", tags: ["hw=rev-b"] });
    project.fault({ version: "1.1.0", tag: "hw=rev-a", failPercent: 100, kind: "reverted" });
    project.deploy(minutes(90), ana, "Outer harbour", { name: "Calm sea", packages: { main: "1.1.0" } });
  },
};
