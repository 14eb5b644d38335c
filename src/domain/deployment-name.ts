import type { Composition } from "./composition.ts";
import { diffCompositions, type PackageChange } from "./deployment-diff.ts";
import type { PackageId } from "./ids.ts";
import { NAME_MAX_CHARACTERS } from "./name.ts";

/**
 * The name that Compose offers: what the deployment does to the main package, else to the only package it touches,
 * else the day (UTC). A name in `taken` gets a number behind it.
 */
export function defaultDeploymentName({
  before,
  after,
  mainPackageId,
  nowMs,
  taken,
}: {
  readonly before: Composition;
  readonly after: Composition;
  readonly mainPackageId: PackageId | undefined;
  readonly nowMs: number;
  readonly taken: readonly string[];
}): string {
  const changes = diffCompositions(before, after, mainPackageId).filter(({ kind }) => kind !== "unchanged");
  const told =
    changes.find(({ packageId }) => packageId === mainPackageId) ?? (changes.length === 1 ? changes[0] : undefined);
  const name = told === undefined ? `Deployment of ${new Date(nowMs).toISOString().slice(0, 10)}` : nameOfChange(told);
  return untakenName(name, taken);
}

/** `name`, or `name (2)`, `name (3)`… when it is taken; never longer than a name may be. */
export function untakenName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const candidate = `${clipped(name.trim(), NAME_MAX_CHARACTERS - suffix.length)}${suffix}`;
    if (!isNameTaken(candidate, taken)) return candidate;
  }
}

/** Whether a deployment of this name exists already. It may still be used; the console says so. Source: domain.md, Names. */
export function isNameTaken(name: string, taken: readonly string[]): boolean {
  return taken.some((other) => other.trim() === name.trim());
}

function clipped(text: string, maxCharacters: number): string {
  const characters = Array.from(text);
  return characters.length <= maxCharacters
    ? text
    : `${characters
        .slice(0, maxCharacters - 1)
        .join("")
        .trimEnd()}…`;
}

function nameOfChange(change: PackageChange): string {
  if (change.kind === "added") return `Add ${change.packageId} ${change.to}`;
  if (change.kind === "removed") return `Remove ${change.packageId}`;
  return `Update ${change.packageId} to ${change.to}`;
}
