import { days } from "#lib/duration.ts";
import type { ProjectId } from "#domain/ids.ts";
import { seedId } from "./seed-id.ts";
import type { WorldSpec } from "./world-spec.ts";

/** One organization, one project, nothing else: where everybody begins. */
export const EMPTY: WorldSpec = {
  name: "empty",
  about: "one organization, one project, nothing else",
  organizationName: "Harbour Instruments",
  beginsBeforeMs: days(1),
  build: ({ act }) => {
    act(days(1), "ana@harbour.example", {
      kind: "create-project",
      id: seedId<ProjectId>("harbour-sensors"),
      name: "Harbour sensors",
    });
  },
};
