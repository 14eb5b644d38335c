import { NONE } from "./fleet.ts";
import { knownVersion } from "./package-state.ts";
import type { ProjectState } from "./project-state.ts";
import type { World } from "./world.ts";

/** Whether a device's last report of a package says a version, both as `package@version`; nobody for an unknown one. */
export function versionMatcher(
  { nowMs, texts }: World,
  project: ProjectState,
  packageVersion: string,
): (device: number) => boolean {
  const at = packageVersion.indexOf("@");
  const about = [...project.packages.values()].find(({ id }) => id === packageVersion.slice(0, at));
  const version = texts.numbers.get(packageVersion.slice(at + 1)) ?? NONE;
  return (device) => about !== undefined && knownVersion(about.reported, device, nowMs) === version;
}
