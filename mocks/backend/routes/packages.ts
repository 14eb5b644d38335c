import { encodePackage } from "#contract/package.ts";
import { present } from "#contract/present.ts";
import type { PackageId, ProjectId } from "#domain/ids.ts";
import { listPackages, packageOf } from "#mocks/engine/read-packages.ts";
import { dataAnswer, doneAnswer, found, slicedAnswer } from "../answer.ts";
import { asId, pathId, projectIdOf } from "../path-ids.ts";
import { optionalFlag, optionalText, optionalTextMap, text, type Fields } from "../read-body.ts";
import { pageQuery } from "../read-query.ts";
import { bodyOf, perform, queryOf, worldOf, type App, type Call } from "../visit.ts";

const PACKAGES = "/v1/organizations/:organizationId/projects/:projectId/packages";
const PACKAGE = `${PACKAGES}/:packageId`;

/** Upgradable components. */
export function packageRoutes(app: App): void {
  app.get(PACKAGES, (call) =>
    slicedAnswer(listPackages(worldOf(call), projectIdOf(call)), pageQuery(queryOf(call)), encodePackage),
  );

  app.post(PACKAGES, (call) => {
    const [projectId, fields] = [projectIdOf(call), bodyOf(call)];
    const packageId = asId<PackageId>(text(fields, "packageId").trim());
    perform(call, { kind: "create-package", projectId, packageId, ...propertiesOf(fields) });
    return packageAnswer(call, projectId, packageId);
  });

  app.get(PACKAGE, (call) => packageAnswer(call, projectIdOf(call), pathId(call, "packageId")));

  app.put(PACKAGE, (call) => {
    const [projectId, packageId] = [projectIdOf(call), pathId(call, "packageId")];
    perform(call, { kind: "update-package", projectId, packageId, ...propertiesOf(bodyOf(call)) });
    return packageAnswer(call, projectId, packageId);
  });

  app.delete(PACKAGE, (call) => {
    perform(call, { kind: "delete-package", projectId: projectIdOf(call), packageId: pathId(call, "packageId") });
    return doneAnswer();
  });
}

type Properties = { description?: string; metadata?: Readonly<Record<string, string>>; main?: boolean };

function propertiesOf(fields: Fields): Properties {
  return present({
    description: optionalText(fields, "description"),
    metadata: optionalTextMap(fields, "metadata"),
    main: optionalFlag(fields, "main"),
  });
}

function packageAnswer(call: Call, projectId: ProjectId, packageId: PackageId): Response {
  return dataAnswer(encodePackage(found(packageOf(worldOf(call), projectId, packageId), "package not found")));
}
