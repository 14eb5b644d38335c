import { useQueries, useSuspenseQuery } from "@tanstack/react-query";
import { blueprintQueries } from "#api/blueprints.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { packageQueries } from "#api/packages.ts";
import { tagQueries } from "#api/tags.ts";
import type { Blueprint } from "#domain/blueprint.ts";
import type { Cohort } from "#domain/cohort.ts";
import { compositionOf } from "#domain/composition.ts";
import type { Composition } from "#domain/composition.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { PackageId, Scope } from "#domain/ids.ts";
import type { Tag } from "#domain/tag.ts";
import { mainPackageIdOf } from "#domain/package.ts";

/** What the lists of a cohort's devices need besides the devices. */
export type Fleet = {
  readonly tags: readonly Tag[];
  readonly blueprints: readonly Blueprint[];
  readonly mainPackageId: PackageId | undefined;
  /** The deployment the cohort runs; absent when there is none, and for the moment it takes to read a new one. */
  readonly active: Deployment | undefined;
  /** Its composition, empty without one. */
  readonly deployed: Composition;
};

/** Reads what the project calls things and what the cohort runs. */
export function useFleet(scope: Scope, { id, activeDeploymentId }: Pick<Cohort, "id" | "activeDeploymentId">): Fleet {
  const { data: tags } = useSuspenseQuery(tagQueries.list(scope));
  const { data: blueprints } = useSuspenseQuery(blueprintQueries.list(scope));
  const { data: packages } = useSuspenseQuery(packageQueries.list(scope));
  // A new deployment must not blank the page while it is read.
  const ids = activeDeploymentId === undefined ? [] : [activeDeploymentId];
  const [running] = useQueries({ queries: ids.map((deploymentId) => deploymentQueries.one(scope, id, deploymentId)) });
  const active = running?.data;
  return {
    tags,
    blueprints,
    mainPackageId: mainPackageIdOf(packages),
    active,
    deployed: compositionOf(active?.components ?? []),
  };
}
