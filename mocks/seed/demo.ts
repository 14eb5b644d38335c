import { days } from "#lib/duration.ts";
import type { PackageId } from "#domain/ids.ts";
import { HEALTHY } from "#mocks/engine/simulation.ts";
import { BLUEPRINTS, COHORTS, FLEETS } from "./demo-fleet.ts";
import { ENDINGS, PACKAGES, PAST, PEOPLE } from "./demo-history.ts";
import { projectBuilder, type ProjectBuilder } from "./project-builder.ts";
import { seedId } from "./seed-id.ts";
import type { WorldSpec, WorldTools } from "./world-spec.ts";

const BEGAN = days(240);

/** A living project, in the middle of its day: rollouts behind it, one landing, one that goes badly. */
export const DEMO: WorldSpec = {
  name: "demo",
  about: "a living project with a past, two rollouts under way and devices of every kind",
  organizationName: "Harbour Instruments",
  beginsBeforeMs: BEGAN,
  build: (tools) => {
    const named = { id: "harbour-sensors", name: "Harbour sensors", agoMs: BEGAN, actor: PEOPLE.ana };
    const project = projectBuilder(tools, named);
    for (const [name, platform, board] of BLUEPRINTS) project.blueprint(name, platform, board);
    for (const seedPackage of PACKAGES) project.pack(BEGAN, PEOPLE.ana, seedPackage);
    fail(tools, project);
    for (const { happen } of happenings(project)) happen();
  },
};

/** What goes wrong in this world beyond the ordinary: two builds that one hardware revision does not bear. */
function fail({ world }: WorldTools, project: ProjectBuilder): void {
  const [revisionA, revisionC] = [project.tag("hw=rev-a"), project.tag("hw=rev-c")];
  const [main, door] = [seedId<PackageId>("main"), seedId<PackageId>("door")];
  world.simulation = {
    ...HEALTHY,
    failPercent: 2,
    offlinePercent: 24,
    correlated: [
      { packageId: main, version: "2.4.0", tagId: revisionC, failPercent: 85, kind: "reverted" },
      { packageId: main, version: "2.4.1", tagId: revisionC, failPercent: 8, kind: "reverted" },
      { packageId: door, version: "5.1.0", tagId: revisionA, failPercent: 60, kind: "install-refused" },
    ],
  };
}

type Happening = { readonly agoMs: number; readonly happen: () => void };

/** Everything that people did, in the order of time. */
function happenings(project: ProjectBuilder): readonly Happening[] {
  const all: readonly Happening[] = [
    ...COHORTS.map(([name, agoMs]) => ({ agoMs, happen: () => project.cohort(agoMs, PEOPLE.jo, name) })),
    ...FLEETS.map(({ agoMs, ...fleet }) => ({ agoMs, happen: () => project.fleet(agoMs, fleet) })),
    ...PAST.map(({ agoMs, by, cohort, ...deployment }) => ({
      agoMs,
      happen: () => project.deploy(agoMs, PEOPLE[by], cohort, deployment),
    })),
    ...ENDINGS.map(({ agoMs, by, ...ending }) => ({
      agoMs,
      happen: () => project.end(agoMs, PEOPLE[by], ending),
    })),
  ];
  return all.toSorted((a, b) => b.agoMs - a.agoMs);
}
