import type { Cohort } from "#domain/cohort.ts";
import { countText, devicesText } from "#domain/counts.ts";

/** Cohorts with more devices than these are removed only after their name was typed. */
export const TYPED_NAME_ABOVE_DEVICES = 100;

/** How the removal of a cohort is asked for and explained. */
export type RemovalWords = {
  readonly title: string;
  readonly act: string;
  /** One sentence each: what becomes of the cohort, of its devices, of what is under way. */
  readonly consequences: readonly string[];
};

/**
 * What removing a cohort means. One that ever deployed is archived, never deleted.
 * Source: domain.md, Glossary (cohort).
 */
export function removalWords(
  cohort: Pick<Cohort, "name" | "deviceCount" | "deploymentCount" | "activeDeployment">,
): RemovalWords {
  const { name, deploymentCount } = cohort;
  const archives = deploymentCount > 0;
  const act = archives ? "Archive" : "Delete";
  const itself = archives
    ? `The cohort leaves the list and can no longer deploy. ${ofDeployments(deploymentCount)}`
    : "Nothing was ever deployed to it, so nothing of it is kept.";
  return {
    title: `${act} ${name}?`,
    act: `${act} cohort`,
    consequences: [itself, ofDevices(cohort), ...underWay(cohort)],
  };
}

function ofDeployments(count: number): string {
  return count === 1
    ? "Its deployment and its link stay."
    : `Its ${countText(count)} deployments and their links stay.`;
}

function ofDevices({ deviceCount }: Pick<Cohort, "deviceCount">): string {
  if (deviceCount === 0) return "It has no devices.";
  if (deviceCount === 1) return "Its 1 device keeps what it runs and is then in no cohort.";
  return `Its ${devicesText(deviceCount)} keep what they run and are then in no cohort.`;
}

function underWay({ activeDeployment }: Pick<Cohort, "activeDeployment">): readonly string[] {
  if (activeDeployment === undefined || activeDeployment.settled) return [];
  const { counts, name } = activeDeployment;
  const left = counts.buckets.pending + counts.buckets["in-progress"];
  if (left === 0) return [];
  return [`“${name}” is still landing: ${devicesText(left)} ${left === 1 ? "does" : "do"} not have it yet.`];
}
