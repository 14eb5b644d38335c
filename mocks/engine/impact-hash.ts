import { fnv1a, mix32 } from "#lib/hash.ts";
import { compareText } from "#lib/collection.ts";
import type { ImpactChange } from "#domain/impact.ts";
import type { Plan } from "#domain/plan.ts";
import { activeRollout } from "./active-rollout.ts";
import { isMarked, MARK } from "./fleet.ts";
import type { ArtifactState, CohortState } from "./project-state.ts";
import type { World } from "./world.ts";

/**
 * What an impact was computed from, as an opaque text: membership, active deployment, artifacts with their hashes and
 * whether they are yanked, whether the cohort is frozen, the plan. Not over reports: numbers that move are refreshed, they
 * do not refuse.
 * Source: contract.md, Concurrency and keys.
 */
export function impactHash(world: World, cohort: CohortState, artifacts: readonly ArtifactState[], plan: Plan): string {
  return Object.values(partsOf(world, cohort, artifacts, plan)).join("-");
}

/** What moved since `hash` was handed out; empty when nothing did. */
export function impactChanges(
  world: World,
  cohort: CohortState,
  artifacts: readonly ArtifactState[],
  plan: Plan,
  hash: string,
): readonly ImpactChange[] {
  const [members, revision, active, chosen, frozen, planned] = hash.split("-");
  const now = partsOf(world, cohort, artifacts, plan);
  const changes: ImpactChange[] = [];
  if (revision !== now.revision || members !== now.members) {
    const before = Number.parseInt(members ?? "", 36);
    changes.push({
      kind: "membership",
      before: Number.isNaN(before) ? 0 : before,
      after: Number.parseInt(now.members, 36),
    });
  }
  if (active !== now.active) {
    changes.push({ kind: "active-deployment", name: activeRollout(world, cohort)?.name ?? "none" });
  }
  if (chosen !== now.artifacts) {
    changes.push({ kind: "artifacts", packages: [...new Set(artifacts.map(({ artifact }) => artifact.packageId))] });
  }
  if (frozen !== now.frozen && cohort.frozen !== undefined) {
    changes.push({ kind: "frozen", reason: cohort.frozen.reason });
  }
  if (planned !== now.plan) changes.push({ kind: "plan" });
  return changes;
}

function enabledMembers({ fleet }: World, cohort: CohortState): number {
  let count = 0;
  for (let device = 0; device < fleet.count; device += 1) {
    if (fleet.cohort[device] === cohort.index && isMarked(fleet, device, MARK.enabled)) count += 1;
  }
  return count;
}

type Parts = {
  readonly members: string;
  readonly revision: string;
  readonly active: string;
  readonly artifacts: string;
  readonly frozen: string;
  readonly plan: string;
};

function partsOf(world: World, cohort: CohortState, artifacts: readonly ArtifactState[], plan: Plan): Parts {
  return {
    members: enabledMembers(world, cohort).toString(36),
    revision: mix32(fnv1a(cohort.id) ^ cohort.membershipRevision).toString(36),
    active: (activeRollout(world, cohort)?.id ?? "none").slice(-8),
    artifacts: artifactsDigest(artifacts),
    frozen: cohort.frozen === undefined ? "0" : "1",
    plan: planDigest(plan),
  };
}

/** Over the plan with everything that a preset fills in; the seed is drawn anew for every deployment that names none. */
function planDigest({ seed: _drawn, ...plan }: Plan): string {
  return fnv1a(JSON.stringify(sortedKeys(plan))).toString(36);
}

/** The same value with the keys of its objects in order, so that it reads the same however it was written. */
function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortedKeys(inner)]));
}

function artifactsDigest(artifacts: readonly ArtifactState[]): string {
  const lines = artifacts.map(
    ({ artifact }) => `${artifact.id} ${artifact.sha256} ${artifact.yanked === undefined ? "" : "yanked"}`,
  );
  return fnv1a(lines.toSorted().join("\n")).toString(36);
}
