import { compareText } from "#lib/collection.ts";
import type { Artifact } from "#domain/artifact.ts";
import type { Component } from "#domain/composition.ts";
import type { Deployment } from "#domain/deployment.ts";

/** Whether a deployment came without its components, as from a backend with only Golioth's base. */
export function lacksComponents({ artifactIds, components }: Deployment): boolean {
  return components.length === 0 && artifactIds.length > 0;
}

/** The deployment with its components looked up by its artifacts, in package order. */
export function withComponents(deployment: Deployment, artifacts: readonly Artifact[]): Deployment {
  if (!lacksComponents(deployment)) return deployment;
  const named = artifacts
    .filter(({ id }) => deployment.artifactIds.includes(id))
    .toSorted((a, b) => compareText(a.packageId, b.packageId));
  const firsts = named.filter(({ packageId }, at) => named[at - 1]?.packageId !== packageId);
  const components = firsts.map(({ packageId, version }): Component => {
    const variants = named.filter((artifact) => artifact.packageId === packageId);
    return { packageId, version, artifactIds: variants.map(({ id }) => id) };
  });
  return { ...deployment, components };
}
