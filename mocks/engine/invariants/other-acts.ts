import { assertNever } from "#lib/assert.ts";
import { hours } from "#lib/duration.ts";
import type { BlueprintId, CohortId, DeviceId, TagId } from "#domain/ids.ts";
import { NO_FAULTS } from "#domain/world.ts";
import type { Command } from "#mocks/engine/command.ts";
import { isMarked, MARK } from "#mocks/engine/fleet.ts";
import { deviceIndexOf } from "#mocks/engine/ids.ts";
import type { CohortState } from "#mocks/engine/project-state.ts";
import { pick } from "./pick.ts";
import type { Play } from "./play.ts";
import type { OtherName } from "./random-acts.ts";
import type { Grounds } from "./scene.ts";

/** Where an act takes place, and the numbers by which it chooses. */
type Place = {
  readonly play: Play;
  readonly grounds: Grounds;
  readonly cohorts: readonly CohortState[];
  readonly of: number;
  readonly to: number;
};

/**
 * What is done to cohorts, devices and artifacts, in the second project now and then; absent: there is nothing to do it
 * to. What would be undone and was not done is done: what is only ever refused tells little.
 */
export function otherOf(play: Play, name: OtherName, of: number, to: number): Command | undefined {
  const { scene, world } = play;
  const which = of % 6 === 5 ? 1 : 0;
  const grounds = scene.grounds[which];
  const cohorts = [...(world.projects[which]?.cohorts.values() ?? [])].filter(({ archived }) => !archived);
  if (cohorts.length === 0) return undefined;
  const place: Place = { play, grounds, cohorts, of: Math.floor(of / 6), to };
  switch (name) {
    case "freeze":
    case "unfreeze":
    case "protect":
    case "unprotect":
    case "refilter":
    case "new-cohort":
    case "drop-cohort":
      return ofCohort(place, name);
    case "move":
    case "move-later":
    case "change-later":
    case "take-back":
    case "leave":
    case "stray":
      return ofMembers(place, name);
    case "disable":
    case "enable":
    case "rebuild":
    case "retag":
    case "delete":
      return ofDevice(place, name);
    case "yank":
    case "unyank": {
      const artifacts = [...(world.projects[which]?.artifacts.values() ?? [])].map(({ artifact }) => artifact);
      const undone = name === "unyank" ? artifacts.find(({ yanked }) => yanked !== undefined) : undefined;
      const ofArtifact = { projectId: grounds.projectId, artifactId: (undone ?? pick(artifacts, to)).id } as const;
      return { kind: undone === undefined ? "yank-artifact" : "unyank-artifact", ...ofArtifact, reason: "A leak" };
    }
    case "drop-project":
      // Without the first one there is no story.
      return { kind: "delete-project", projectId: scene.grounds[1].projectId };
    case "fault": {
      const spoilt = of % 2 === 0 ? { duplicatePercent: to, reorderPercent: to } : { offlinePercent: to };
      return { kind: "set-faults", faults: { ...NO_FAULTS, ...spoilt } };
    }
    default:
      return assertNever(name, "act");
  }
}

type CohortName = "freeze" | "unfreeze" | "protect" | "unprotect" | "refilter" | "new-cohort" | "drop-cohort";

function ofCohort({ play, grounds, cohorts, of, to }: Place, name: CohortName): Command | undefined {
  const { world } = play;
  const { projectId } = grounds;
  const one = { projectId, cohortId: pick(cohorts, of).id, reason: "The fair" } as const;
  switch (name) {
    case "freeze":
      return { kind: "freeze-cohort", ...one, ...(to % 4 === 0 ? {} : { untilMs: world.nowMs + hours(to % 4) }) };
    case "unfreeze": {
      const frozen = cohorts.find((cohort) => cohort.frozen !== undefined);
      if (frozen === undefined) return ofCohort({ play, grounds, cohorts, of, to }, "freeze");
      return { kind: "unfreeze-cohort", ...one, cohortId: frozen.id };
    }
    case "protect":
      return { kind: "protect-cohort", ...one };
    case "unprotect": {
      const cohort = cohorts.find(({ protected: isProtected }) => isProtected);
      if (cohort === undefined) return { kind: "protect-cohort", ...one };
      return { kind: "unprotect-cohort", ...one, cohortId: cohort.id };
    }
    case "refilter": {
      const dynamic = cohorts.filter(({ filter }) => filter !== undefined);
      if (dynamic.length === 0) return undefined;
      return { kind: "update-cohort", projectId, cohortId: pick(dynamic, of).id, filter: filterOf(grounds, to) };
    }
    case "new-cohort":
      return {
        kind: "create-cohort",
        projectId,
        name: `Number ${world.cohorts.length}`,
        filter: filterOf(grounds, to),
      };
    case "drop-cohort":
      // The first one stays, that there is something left to deploy to.
      return cohorts.length < 3
        ? undefined
        : { kind: "delete-cohort", projectId, cohortId: pick(cohorts.slice(1), of).id };
    default:
      return assertNever(name, "act on a cohort");
  }
}

/** A tag, a board, or both. */
function filterOf({ tagIds, blueprintIds }: Grounds, to: number) {
  const tag: readonly TagId[] = to % 4 === 0 ? [] : [pick(tagIds, Math.floor(to / 4))];
  const board: readonly BlueprintId[] = to % 4 > 1 ? [] : [pick(blueprintIds, Math.floor(to / 8))];
  return { tagIds: tag, blueprintIds: board };
}

type MembersName = "move" | "move-later" | "change-later" | "take-back" | "leave" | "stray";

function ofMembers({ play, grounds, cohorts, of, to }: Place, name: MembersName): Command {
  const { scene, world } = play;
  const { deviceIds, projectId } = grounds;
  const cohortId: CohortId = pick(cohorts, to).id;
  const deviceId: DeviceId = pick(deviceIds, of);
  const placed = { kind: "assign-devices", projectId, deviceIds: [deviceId, pick(deviceIds, of * 7 + to)] } as const;
  const effectiveAtMs = world.nowMs + hours(1 + (to % 4));
  switch (name) {
    case "move":
      return { ...placed, cohortId };
    case "move-later":
      return { ...placed, cohortId: to % 3 === 0 ? undefined : cohortId, effectiveAtMs };
    case "change-later":
      return {
        kind: "update-device",
        projectId,
        deviceId,
        change: { cohortId: to % 5 === 0 ? null : cohortId },
        effectiveAtMs,
      };
    case "take-back": {
      const moved = deviceIds.find((id) => world.moves.has(deviceIndexOf(world.seedHash, id)));
      if (moved === undefined) return { ...placed, cohortId, effectiveAtMs };
      return { kind: "withdraw-membership", projectId, deviceId: moved };
    }
    case "leave":
      return { ...placed, cohortId: undefined };
    case "stray": {
      const strangers = scene.grounds.find((other) => other !== grounds)?.deviceIds ?? [];
      return { ...placed, deviceIds: [deviceId, pick(strangers, to)], cohortId };
    }
    default:
      return assertNever(name, "act on members");
  }
}

function ofDevice(
  { play, grounds, of, to }: Place,
  name: "disable" | "enable" | "rebuild" | "retag" | "delete",
): Command {
  const { blueprintIds, projectId, tagIds } = grounds;
  // Where somebody put a device, its tags move it nowhere.
  const free = name === "retag" && to % 3 > 0 ? grounds.deviceIds.filter((id) => !isPlaced(play, id)) : [];
  const deviceIds = free.length > 0 ? free : grounds.deviceIds;
  const changed = { kind: "update-device", projectId, deviceId: pick(deviceIds, of) } as const;
  switch (name) {
    case "disable":
    case "enable":
      return { ...changed, change: { enabled: name === "enable" } };
    case "rebuild":
      return { ...changed, change: { blueprintId: to % 5 === 0 ? null : pick(blueprintIds, to) } };
    case "retag":
      return { ...changed, change: { tagIds: tagIds.filter((_, at) => (Math.floor(to / 3) >> at) % 2 === 1) } };
    case "delete":
      return { ...changed, kind: "delete-device" };
    default:
      return assertNever(name, "act on a device");
  }
}

function isPlaced({ world: { fleet, seedHash } }: Play, deviceId: DeviceId): boolean {
  return isMarked(fleet, deviceIndexOf(seedHash, deviceId), MARK.manual);
}
