import { encodeOrganization, encodeProject } from "#contract/project.ts";
import { present } from "#contract/present.ts";
import { listProjects, organizationOf, projectOf } from "#mocks/engine/read-projects.ts";
import { dataAnswer, doneAnswer, found, listAnswer } from "../answer.ts";
import { pathId, projectIdOf } from "../path-ids.ts";
import { optionalText, text } from "../read-body.ts";
import { word } from "../read-query.ts";
import { refusal } from "../refusal.ts";
import { bodyOf, perform, queryOf, worldOf, type App, type Call } from "../visit.ts";

const ORGANIZATION = "/v1/organizations/:organizationId";
const PROJECT = "/v1/projects/:projectId";

/** Organizations and projects. A world has one organization; another one cannot be made here. */
export function projectRoutes(app: App): void {
  app.get("/v1/organizations", (call) => listAnswer([organizationOf(worldOf(call))], encodeOrganization));

  app.post("/v1/organizations", () => {
    throw refusal("unimplemented", "This backend has one organization.");
  });

  app.get(ORGANIZATION, organizationAnswer);

  app.on(["PUT", "PATCH"], ORGANIZATION, (call) => {
    organizationAnswer(call);
    const [name, website] = [optionalText(bodyOf(call), "name"), optionalText(bodyOf(call), "website")];
    if (name !== undefined || website !== undefined) {
      perform(call, { kind: "update-organization", ...present({ name, website }) });
    }
    return organizationAnswer(call);
  });

  app.get("/v1/projects", (call) => {
    const organizationId = word(queryOf(call), "organizationId");
    const projects = listProjects(worldOf(call));
    return listAnswer(
      projects.filter((project) => organizationId === undefined || project.organizationId === organizationId),
      encodeProject,
    );
  });

  app.post("/v1/projects", (call) => {
    const fields = bodyOf(call);
    const organizationId = optionalText(fields, "organizationId") ?? organizationOf(worldOf(call)).id;
    if (organizationId !== organizationOf(worldOf(call)).id) {
      throw refusal("not-found", "organization not found", "organizationId");
    }
    const { projectId } = perform(call, { kind: "create-project", name: text(fields, "name") });
    const project = projectId === undefined ? undefined : projectOf(worldOf(call), projectId);
    return dataAnswer(encodeProject(found(project, "project not found")));
  });

  app.get(PROJECT, projectAnswer);

  app.on(["PUT", "PATCH"], PROJECT, (call) => {
    const [projectId, name] = [projectIdOf(call), optionalText(bodyOf(call), "name")];
    if (name !== undefined) perform(call, { kind: "rename-project", projectId, name });
    return projectAnswer(call);
  });

  app.delete(PROJECT, (call) => {
    perform(call, { kind: "delete-project", projectId: projectIdOf(call) });
    return doneAnswer();
  });
}

function organizationAnswer(call: Call): Response {
  const organization = organizationOf(worldOf(call));
  const isAsked = call.req.param("organizationId") === organization.id;
  return dataAnswer(encodeOrganization(found(isAsked ? organization : undefined, "organization not found")));
}

function projectAnswer(call: Call): Response {
  const project = projectOf(worldOf(call), pathId(call, "projectId"));
  return dataAnswer(encodeProject(found(project, "project not found")));
}
