import { days, hours } from "#lib/duration.ts";
import { projectBuilder } from "./project-builder.ts";
import type { WorldSpec } from "./world-spec.ts";

const DEPLOYMENTS = 1_000;
const PACKAGES = 50;
const EVERY_MS = hours(8);
const BEGAN = days(335);
const ACTOR = "ci@harbour.example";

/** One cohort with a long past: what the history page is measured against. */
export const HISTORY: WorldSpec = {
  name: "history",
  about: "one cohort, 1,000 deployments of 50 packages, few devices",
  organizationName: "Harbour Instruments",
  beginsBeforeMs: BEGAN,
  build: (tools) => {
    const named = { id: "harbour-sensors", name: "Harbour sensors", agoMs: BEGAN, actor: ACTOR };
    const project = projectBuilder(tools, named);
    const packages = Array.from({ length: PACKAGES }, (_, at) =>
      at === 0 ? "main" : `part-${String(at).padStart(2, "0")}`,
    );
    for (const id of packages) project.pack(BEGAN, ACTOR, { id, description: "", sizeBytes: 512, main: id === "main" });
    project.cohort(BEGAN, ACTOR, "Long running");
    const versions = Object.fromEntries(packages.map((id) => [id, "1.0.0"]));
    project.fleet(BEGAN, { cohort: "Long running", count: 3, prefix: "old-", tags: [], versions });
    for (let at = 0; at < DEPLOYMENTS; at += 1) {
      const agoMs = (DEPLOYMENTS - at) * EVERY_MS;
      project.deploy(agoMs, ACTOR, "Long running", { name: `Build ${at + 1}`, packages: compositionAt(packages, at) });
    }
  },
};

/** Deployment `at` moves one package on by one; every seventh of them leaves another out until the next. */
function compositionAt(packages: readonly string[], at: number): Readonly<Record<string, string>> {
  const entries = packages.map((id, index) => [id, `1.${Math.floor((at + PACKAGES - index) / PACKAGES)}.0`] as const);
  const left = at % 7 === 6 ? 1 + (at % (PACKAGES - 1)) : -1;
  return Object.fromEntries(entries.filter((_, index) => index !== left));
}
