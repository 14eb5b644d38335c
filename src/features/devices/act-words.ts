import type { DevicePastTarget } from "#domain/device-history.ts";
import { isOver } from "#domain/target.ts";

/** The device's part in a deployment that is not over for it: still waiting, or under way. */
export function livePart(history: readonly DevicePastTarget[]): DevicePastTarget | undefined {
  return history.find(({ bucket }) => !isOver(bucket));
}

/** What taking the device out of what it takes part in does to a running update; nothing when none runs. */
export function leavingWords(part: DevicePastTarget | undefined): string | undefined {
  if (part === undefined) return undefined;
  const name = `“${part.deploymentName}”`;
  if (part.bucket === "pending") return `It is still waiting for ${name} and is marked Cancelled there.`;
  return `It is updating to ${name} now and is marked Cancelled there. If it has begun to install, it goes on by itself.`;
}

/** What disabling a device means. */
export const DISABLING =
  "It takes part in no deployment, and is told nothing and sent nothing when it asks. It keeps what it runs and stays in its cohort.";

/** What enabling a device means. */
export function enablingWords(activeName: string | undefined): string {
  if (activeName === undefined) return "It takes part again in what is deployed to its cohort.";
  return `It takes part again in what is deployed to its cohort: it gets “${activeName}” as soon as it connects, unless it has it.`;
}
