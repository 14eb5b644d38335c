import { descriptionProblem, packageIdProblem } from "#domain/name.ts";
import type { PackageId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import type { Outcome } from "../facts.ts";
import { newReportColumns } from "../package-state.ts";
import type { ProjectState } from "../project-state.ts";
import { alreadyExists, conflict, invalid, notFound } from "../refusal.ts";
import type { World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";

/** Most free properties of a package. */
const METADATA_MAX = 64;

/**
 * Makes a package. One that is made as the main package, or is called `main`, is it unless another is already.
 * Source: contract.md, Shapes (Package).
 */
export function createPackage(world: World, project: ProjectState, command: CommandOf<"create-package">): Outcome {
  const problem = packageIdProblem(command.packageId);
  if (problem !== undefined) return invalid("packageId", problem);
  const packageId = trimmed(command.packageId);
  if (project.packages.has(packageId)) return alreadyExists("packageId", "package already exists");
  const wrong = propertiesProblem(command);
  if (wrong !== undefined) return wrong;
  const wantsMain = command.main ?? packageId === "main";
  const hasMain = [...project.packages.values()].some(({ main }) => main);
  project.packages.set(packageId, {
    id: packageId,
    description: command.description?.trim() ?? "",
    main: wantsMain && !hasMain,
    metadata: new Map(Object.entries(command.metadata ?? {})),
    createdAtMs: world.nowMs,
    updatedAtMs: world.nowMs,
    reported: newReportColumns(),
  });
  return { facts: {} };
}

/** Changes what is given of a package. Making one the main package takes that from the other. */
export function updatePackage(world: World, project: ProjectState, command: CommandOf<"update-package">): Outcome {
  const about = project.packages.get(command.packageId);
  if (about === undefined) return notFound("package");
  const wrong = propertiesProblem(command);
  if (wrong !== undefined) return wrong;
  if (command.main === true) for (const other of project.packages.values()) other.main = false;
  about.main = command.main ?? about.main;
  about.description = command.description?.trim() ?? about.description;
  about.metadata = command.metadata === undefined ? about.metadata : new Map(Object.entries(command.metadata));
  about.updatedAtMs = world.nowMs;
  return { facts: {} };
}

/** Deletes a package that has no artifacts. */
export function deletePackage(
  _world: World,
  project: ProjectState,
  { packageId }: CommandOf<"delete-package">,
): Outcome {
  if (!project.packages.has(packageId)) return notFound("package");
  const isNamed = [...project.artifacts.values()].some(
    ({ artifact }) => artifact.packageId === packageId || artifact.requires.has(packageId),
  );
  if (isNamed) return conflict("package in use", "Delete its artifacts first.");
  project.packages.delete(packageId);
  return { facts: {} };
}

function propertiesProblem({
  description,
  metadata,
}: CommandOf<"create-package"> | CommandOf<"update-package">): Problem | undefined {
  const problem = descriptionProblem(description ?? "");
  if (problem !== undefined) return invalid("description", problem);
  const count = Object.keys(metadata ?? {}).length;
  return count > METADATA_MAX
    ? invalid("metadata", `A package has at most 64 properties; this one has ${count}.`)
    : undefined;
}

/** The id as it is kept. */
function trimmed(packageId: PackageId): PackageId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: the text was judged just before
  return packageId.trim() as PackageId;
}
