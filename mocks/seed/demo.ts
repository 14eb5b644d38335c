import { days } from "#lib/duration.ts";
import { HEALTHY } from "#mocks/engine/simulation.ts";
import { BLUEPRINTS, COHORTS, FLEETS } from "./demo-fleet.ts";
import { ENDINGS, PAST, PEOPLE } from "./demo-history.ts";
import { PACKAGES } from "./demo-packages.ts";
import { projectBuilder, type ProjectBuilder, type SeedFault } from "./project-builder.ts";
import type { WorldSpec } from "./world-spec.ts";

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
    tools.world.simulation = { ...HEALTHY, failPercent: 2, offlinePercent: 24 };
    for (const [name, platform, board, life] of BLUEPRINTS) project.blueprint(name, platform, board, life);
    for (const seedPackage of PACKAGES) project.pack(BEGAN, PEOPLE.ana, seedPackage);
    for (const fault of FAULTS) project.fault(fault);
    for (const { happen } of happenings(project)) happen();
  },
};

/** What goes wrong in this world beyond the ordinary: builds that one hardware revision does not bear. */
const FAULTS: readonly SeedFault[] = [
  { package: "main", version: "2.4.0", tag: "hw=rev-c", failPercent: 85, kind: "reverted" },
  { package: "main", version: "2.4.1", tag: "hw=rev-c", failPercent: 8, kind: "reverted" },
  { package: "door", version: "5.1.0", tag: "hw=rev-a", failPercent: 90, kind: "2" },
];

type Happening = { readonly agoMs: number; readonly happen: () => void };

/** Everything that people did, in the order of time. */
function happenings(project: ProjectBuilder): readonly Happening[] {
  const all: readonly Happening[] = [
    ...COHORTS.map(([name, agoMs, filter]) => ({
      agoMs,
      happen: () => project.cohort(agoMs, PEOPLE.jo, name, filter),
    })),
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
