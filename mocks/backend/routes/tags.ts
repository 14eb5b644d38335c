import { encodeTag } from "#contract/tag.ts";
import type { ProjectId, TagId } from "#domain/ids.ts";
import { listTags, tagOf } from "#mocks/engine/read-tags.ts";
import { dataAnswer, doneAnswer, found, slicedAnswer } from "../answer.ts";
import { pathId, projectIdOf } from "../path-ids.ts";
import { optionalText, text } from "../read-body.ts";
import { pageQuery, word, words } from "../read-query.ts";
import { bodyOf, perform, queryOf, worldOf, type App, type Call } from "../visit.ts";

const TAGS = "/v1/projects/:projectId/tags";
const TAG = `${TAGS}/:tagId`;

/** Labels on devices. */
export function tagRoutes(app: App): void {
  app.get(TAGS, (call) => {
    const query = queryOf(call);
    const [name, ids] = [word(query, "tagName"), words(query, "ids")];
    const tags = listTags(worldOf(call), projectIdOf(call)).filter(
      (tag) => (name === undefined || tag.name.includes(name)) && (ids === undefined || ids.includes(tag.id)),
    );
    return slicedAnswer(tags, pageQuery(query), encodeTag);
  });

  app.post(TAGS, (call) => {
    const projectId = projectIdOf(call);
    const { tagId } = perform(call, { kind: "create-tag", projectId, name: text(bodyOf(call), "name") });
    return tagAnswer(call, projectId, tagId);
  });

  app.get(TAG, (call) => tagAnswer(call, projectIdOf(call), pathId(call, "tagId")));

  app.on(["PUT", "PATCH"], TAG, (call) => {
    const [projectId, tagId] = [projectIdOf(call), pathId(call, "tagId")];
    const name = optionalText(bodyOf(call), "name");
    if (name !== undefined) perform(call, { kind: "rename-tag", projectId, tagId, name });
    return tagAnswer(call, projectId, tagId);
  });

  app.delete(TAG, (call) => {
    perform(call, { kind: "delete-tag", projectId: projectIdOf(call), tagId: pathId(call, "tagId") });
    return doneAnswer();
  });
}

function tagAnswer(call: Call, projectId: ProjectId, tagId: TagId | undefined): Response {
  const tag = tagId === undefined ? undefined : tagOf(worldOf(call), projectId, tagId);
  return dataAnswer(encodeTag(found(tag, "tag not found")));
}
