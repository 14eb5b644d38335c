import { isProblem } from "#domain/problem.ts";
import { deviceIndexOf } from "#mocks/engine/ids.ts";
import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import type { World } from "#mocks/engine/world.ts";
import { code } from "./codes.ts";
import { isOffer, type Change, type Done, type Moment } from "./moments.ts";

/** What happened in a history, by name, so that it shows what random ones leave out. */
export function newCoverage(): { readonly see: (moment: Moment) => void; readonly happened: ReadonlySet<string> } {
  const happened = new Set<string>();
  let members = new Int16Array(0);
  return {
    happened,
    see: ({ world, done, rollouts }) => {
      const now = Int16Array.from(world.fleet.cohort.subarray(0, world.fleet.count));
      const isMoved = members.some((cohort, device) => cohort !== now[device]);
      members = now;
      if (done !== undefined) for (const name of namesOf(world, done, isMoved)) happened.add(name);
      if (done === undefined && isMoved) happened.add("a change of cohort comes due");
      for (const { rollout, changes } of rollouts) {
        for (const change of changes) for (const name of changeNames(rollout, change)) happened.add(name);
      }
    },
  };
}

function namesOf(world: World, { command, outcome }: Done, isMoved: boolean): readonly string[] {
  if (isProblem(outcome)) return isOfTwoProjects(world, command) ? ["a stranger is refused"] : [];
  if (command.kind === "update-cohort") return ["update-cohort", ...(isMoved ? ["a new filter moves devices"] : [])];
  if (command.kind === "create-cohort" && isMoved) return ["create-cohort", "a new cohort takes devices"];
  if (command.kind === "assign-devices") {
    return [command.effectiveAtMs === undefined ? "assign-devices" : "assign-devices later"];
  }
  if (command.kind !== "update-device") return [command.kind];
  return [
    ...Object.keys(command.change).map((field) => `update-device ${field}`),
    ...(command.change.tagIds !== undefined && isMoved ? ["other tags move a device"] : []),
  ];
}

function isOfTwoProjects({ fleet, seedHash }: World, command: Done["command"]): boolean {
  if (command.kind !== "assign-devices") return false;
  return new Set(command.deviceIds.map((id) => fleet.project[deviceIndexOf(seedHash, id)])).size > 1;
}

function changeNames(rollout: RolloutState, change: Change): readonly string[] {
  if (change.substate === NOTHING_FITS) return ["nothing fits"];
  if (!isOffer(change)) return [];
  const artifacts = rollout.components.flatMap(({ variants }) => variants.map(({ artifact }) => artifact));
  return [
    ...(rollout.project === 0 ? [] : ["an offer in the second project"]),
    ...(artifacts.length > rollout.components.length ? ["an offer of one of several variants"] : []),
    ...(artifacts.some(({ tagIds }) => tagIds.length > 0) ? ["an offer of what is for a tag"] : []),
    ...(artifacts.some(({ requires }) => requires.size > 0) ? ["an offer of what requires something"] : []),
  ];
}

const NOTHING_FITS = code("no-artifact");

/** What random histories have to show, each in a good share of them. */
export const TO_HAPPEN: readonly string[] = [
  "start-deployment",
  "pause-deployment",
  "resume-deployment",
  "promote-deployment",
  "cancel-deployment",
  "complete-deployment",
  "retry-targets",
  "retry-target",
  "hold-target",
  "release-target",
  "tell-window",
  "freeze-cohort",
  "unfreeze-cohort",
  "protect-cohort",
  "unprotect-cohort",
  "create-cohort",
  "a new cohort takes devices",
  "update-cohort",
  "a new filter moves devices",
  "delete-cohort",
  "assign-devices",
  "assign-devices later",
  "a change of cohort comes due",
  "withdraw-membership",
  "a stranger is refused",
  "update-device cohortId",
  "update-device enabled",
  "update-device tagIds",
  "other tags move a device",
  "update-device blueprintId",
  "delete-device",
  "yank-artifact",
  "unyank-artifact",
  "delete-project",
  "set-faults",
  "ask",
  "report",
  "nothing fits",
  "an offer in the second project",
  "an offer of one of several variants",
  "an offer of what is for a tag",
  "an offer of what requires something",
];
