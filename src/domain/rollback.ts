import { compositionOf, type Component, type Composition } from "./composition.ts";
import { untakenName } from "./deployment-name.ts";
import type { DeploymentId, PackageId } from "./ids.ts";

/** What "Roll back to this" fills the deployment with. Source: domain.md, Deployment states. */
export type Rollback = {
  readonly name: string;
  readonly composition: Composition;
  readonly origin: { readonly rollbackOf: DeploymentId; readonly to: DeploymentId };
};

type Rolled = {
  readonly id: DeploymentId;
  readonly name: string;
  readonly components: readonly Pick<Component, "packageId" | "version">[];
};

/**
 * A new deployment with the composition of `to`, undoing `active`. It is named after the main version it brings back,
 * or after `to` when the main package stays as it is.
 */
export function rollbackTo(
  to: Rolled,
  { active, mainPackageId, taken }: { active: Rolled; mainPackageId: PackageId | undefined; taken: readonly string[] },
): Rollback {
  const composition = compositionOf(to.components);
  const mainVersionIn = (of: Composition) => (mainPackageId === undefined ? undefined : of.get(mainPackageId));
  const version = mainVersionIn(composition);
  const goal = version === undefined || version === mainVersionIn(compositionOf(active.components)) ? to.name : version;
  return {
    name: untakenName(`Roll back to ${goal}`, taken),
    composition,
    origin: { rollbackOf: active.id, to: to.id },
  };
}
