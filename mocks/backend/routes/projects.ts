import { encodeOrganization, encodeProject } from "#contract/project.ts";
import { listProjects, organizationOf, projectOf } from "#mocks/engine/read-projects.ts";
import { dataAnswer, found, listAnswer } from "../answer.ts";
import { pathId, projectIdOf } from "../path-ids.ts";
import { optionalText, text } from "../read-body.ts";
import { word } from "../read-query.ts";
import { refusal } from "../refusal.ts";
import { bodyOf, perform, queryOf, worldOf, type App, type Call } from "../visit.ts";

const ORGANIZATION = "/v1/organizations/:organizationId";
const PROJECT = "/v1/projects/:projectId";

/** Organizations and projects. A world has one organization; neither is renamed or deleted here. */
export function projectRoutes(app: App): void {
  app.get("/v1/organizations", (call) => listAnswer([organizationOf(worldOf(call))], encodeOrganization));
  app.post("/v1/organizations", fixed);

  app.get(ORGANIZATION, (call) => {
    const organization = organizationOf(worldOf(call));
    const asked = call.req.param("organizationId");
    return dataAnswer(
      encodeOrganization(found(asked === organization.id ? organization : undefined, "organization not found")),
    );
  });
  app.put(ORGANIZATION, fixed);
  app.patch(ORGANIZATION, fixed);

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

  app.get(PROJECT, (call) => {
    const project = projectOf(worldOf(call), pathId(call, "projectId"));
    return dataAnswer(encodeProject(found(project, "project not found")));
  });
  app.put(PROJECT, fixedProject);
  app.patch(PROJECT, fixedProject);
  app.delete(PROJECT, fixedProject);
}

function fixed(): never {
  throw refusal("unimplemented", "This backend has one organization, and it stays as it is.");
}

function fixedProject(call: Call): never {
  projectIdOf(call);
  throw refusal("unimplemented", "A project of this backend stays as it is.");
}
