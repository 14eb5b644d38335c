import { encodeBlueprint } from "#contract/blueprint.ts";
import { present } from "#contract/present.ts";
import type { BlueprintId, ProjectId } from "#domain/ids.ts";
import { blueprintOf, listBlueprints } from "#mocks/engine/read-blueprints.ts";
import { dataAnswer, doneAnswer, found, slicedAnswer } from "../answer.ts";
import { pathId, projectIdOf } from "../path-ids.ts";
import { optionalText, text, type Fields } from "../read-body.ts";
import { pageQuery, word, words } from "../read-query.ts";
import { bodyOf, perform, queryOf, worldOf, type App, type Call } from "../visit.ts";

const BLUEPRINTS = "/v1/projects/:projectId/blueprints";
const BLUEPRINT = `${BLUEPRINTS}/:blueprintId`;

/** Hardware types. */
export function blueprintRoutes(app: App): void {
  app.get(BLUEPRINTS, (call) => {
    const query = queryOf(call);
    const [name, ids] = [word(query, "blueprintName"), words(query, "ids")];
    const [boardId, platform] = [word(query, "boardId"), word(query, "platform")];
    const blueprints = listBlueprints(worldOf(call), projectIdOf(call))
      .filter((blueprint) => name === undefined || blueprint.name.includes(name))
      .filter((blueprint) => ids === undefined || ids.includes(blueprint.id))
      .filter((blueprint) => boardId === undefined || blueprint.boardId === boardId)
      .filter((blueprint) => platform === undefined || blueprint.platform === platform);
    return slicedAnswer(blueprints, pageQuery(query), encodeBlueprint);
  });

  app.post(BLUEPRINTS, (call) => {
    const [projectId, fields] = [projectIdOf(call), bodyOf(call)];
    const name = text(fields, "name");
    const { blueprintId } = perform(call, { kind: "create-blueprint", projectId, name, ...hardwareOf(fields) });
    return blueprintAnswer(call, projectId, blueprintId);
  });

  app.get(BLUEPRINT, (call) => blueprintAnswer(call, projectIdOf(call), pathId(call, "blueprintId")));

  app.on(["PUT", "PATCH"], BLUEPRINT, (call) => {
    const [projectId, blueprintId, fields] = [projectIdOf(call), pathId(call, "blueprintId"), bodyOf(call)];
    const change = present({ name: optionalText(fields, "name"), ...hardwareOf(fields) });
    perform(call, { kind: "update-blueprint", projectId, blueprintId, ...change });
    return blueprintAnswer(call, projectId, blueprintId);
  });

  app.delete(BLUEPRINT, (call) => {
    const blueprintId = pathId(call, "blueprintId");
    perform(call, { kind: "delete-blueprint", projectId: projectIdOf(call), blueprintId });
    return doneAnswer();
  });
}

function hardwareOf(fields: Fields): { platform?: string; boardId?: string } {
  return present({ platform: optionalText(fields, "platform"), boardId: optionalText(fields, "boardId") });
}

function blueprintAnswer(call: Call, projectId: ProjectId, blueprintId: BlueprintId | undefined): Response {
  const blueprint = blueprintId === undefined ? undefined : blueprintOf(worldOf(call), projectId, blueprintId);
  return dataAnswer(encodeBlueprint(found(blueprint, "blueprint not found")));
}
