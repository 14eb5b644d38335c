import type { BlueprintId, TagId } from "#domain/ids.ts";
import { NONE } from "./fleet.ts";
import type { ProjectState } from "./project-state.ts";
import type { World } from "./world.ts";

/** What devices of one blueprint with one set of tags have in common. */
export type DeviceKind = { readonly blueprintId: BlueprintId | undefined; readonly tagIds: readonly TagId[] };

/**
 * An answer about a device that depends on its blueprint and tags alone: it is found once for each blueprint with each
 * set of tags, of which a million devices have a handful. The device must be of the project.
 */
export function deviceKinds<Answer>(
  { fleet }: World,
  project: ProjectState,
  answerFor: (kind: DeviceKind) => Answer,
): (device: number) => Answer {
  // By tag set, then by blueprint + 1: arrays, because this is asked for every device of a fleet.
  const answers: { readonly answer: Answer }[][] = [];
  return (device) => {
    const blueprint = fleet.blueprint[device] ?? NONE;
    const tagSet = fleet.tagSet[device] ?? 0;
    const ofTags = (answers[tagSet] ??= []);
    const known = (ofTags[blueprint + 1] ??= {
      answer: answerFor({ blueprintId: project.blueprintIds[blueprint], tagIds: project.tagSets[tagSet] ?? [] }),
    });
    return known.answer;
  };
}
