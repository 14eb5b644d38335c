import { encodeArtifact } from "#contract/artifact.ts";
import type { ArtifactId, PackageId, ProjectId } from "#domain/ids.ts";
import { artifactOf, contentOf, listArtifacts } from "#mocks/engine/read-artifacts.ts";
import { projectOf } from "#mocks/engine/read-projects.ts";
import { dataAnswer, doneAnswer, found, slicedAnswer } from "../answer.ts";
import { bytesOf, fileAnswer } from "../artifact-content.ts";
import { bytesOfBase64, sizeOfBase64 } from "../base64.ts";
import { createArtifact, newArtifactOf, requireFileSize } from "../new-artifact.ts";
import { asId, pathId, projectIdOf } from "../path-ids.ts";
import { onlyFields, text } from "../read-body.ts";
import { pageQuery, word, words } from "../read-query.ts";
import { reason } from "../read-reason.ts";
import { refusal } from "../refusal.ts";
import { bodyOf, perform, queryOf, worldOf, type App, type Call } from "../visit.ts";

const ARTIFACTS = "/v1/projects/:projectId/artifacts";
const ARTIFACT = `${ARTIFACTS}/:artifactId`;

/** Files of packages. Nothing of one can be changed. */
export function artifactRoutes(app: App): void {
  app.post("/v1/artifacts", async (call) => {
    const fields = bodyOf(call);
    const projectId = asId<ProjectId>(text(fields, "projectId"));
    found(projectOf(worldOf(call), projectId), "project not found");
    const artifactId = await createArtifact(call, projectId, newArtifactOf(fields), contentIn(text(fields, "content")));
    return artifactAnswer(call, projectId, artifactId);
  });

  app.get(ARTIFACTS, (call) => {
    const query = queryOf(call);
    const [version, blueprintId, ids] = [word(query, "version"), word(query, "blueprintId"), words(query, "ids")];
    const packageId = word(query, "package");
    const filter = packageId === undefined ? {} : { packageId: asId<PackageId>(packageId) };
    const artifacts = listArtifacts(worldOf(call), projectIdOf(call), filter)
      .filter((artifact) => version === undefined || artifact.version === version)
      .filter((artifact) => blueprintId === undefined || artifact.blueprintId === blueprintId)
      .filter((artifact) => ids === undefined || ids.includes(artifact.id));
    return slicedAnswer(artifacts, pageQuery(query), encodeArtifact);
  });

  app.get(ARTIFACT, (call) => artifactAnswer(call, projectIdOf(call), pathId(call, "artifactId")));
  app.on(["PUT", "PATCH"], ARTIFACT, (call) => artifactAnswer(call, projectIdOf(call), pathId(call, "artifactId")));

  app.delete(ARTIFACT, (call) => {
    const artifactId = pathId(call, "artifactId");
    perform(call, { kind: "delete-artifact", projectId: projectIdOf(call), artifactId });
    return doneAnswer();
  });

  for (const act of ["yank", "unyank"] as const) {
    app.post(`${ARTIFACT}/${act}`, (call) => {
      const [projectId, artifactId] = [projectIdOf(call), pathId(call, "artifactId")];
      const why = reason(onlyFields(bodyOf(call), ["reason"]));
      perform(call, { kind: `${act}-artifact`, projectId, artifactId, reason: why });
      return artifactAnswer(call, projectId, artifactId);
    });
  }

  app.get(`${ARTIFACT}/content`, async (call) => {
    const [projectId, artifactId] = [projectIdOf(call), pathId(call, "artifactId")];
    const artifact = found(artifactOf(worldOf(call), projectId, artifactId), "artifact not found");
    const source = found(contentOf(worldOf(call), projectId, artifactId), "artifact not found");
    return fileAnswer(call, artifact, await bytesOf(call.env.visit.host.blobs, artifact, source));
  });
}

function contentIn(base64: string): Uint8Array<ArrayBuffer> {
  requireFileSize(sizeOfBase64(base64), "content");
  const bytes = bytesOfBase64(base64);
  if (bytes === undefined) throw refusal("invalid", "content is not base64.", "content");
  return bytes;
}

function artifactAnswer(call: Call, projectId: ProjectId, artifactId: ArtifactId): Response {
  return dataAnswer(encodeArtifact(found(artifactOf(worldOf(call), projectId, artifactId), "artifact not found")));
}
