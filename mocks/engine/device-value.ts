import { UNKNOWN_HEARTBEAT_MINUTES, type Device, type PackageReport } from "#domain/device.ts";
import { OTA_STATES } from "#domain/report.ts";
import { compareText } from "#lib/collection.ts";
import { blueprintIdOf, projectOfDevice, tagIdsOf } from "./component-fit.ts";
import { hardwareIdsOf, nameOf } from "./device-names.ts";
import { createdAtMs, isMarked, MARK, NONE, updatedAtMs } from "./fleet.ts";
import { deviceIdAt } from "./ids.ts";
import { textOf } from "./interner.ts";
import { reportedAtMs, reportedCodes, reportedTarget, reportedVersion, type PackageState } from "./package-state.ts";
import { pendingMoveOf } from "./pending-moves.ts";
import { lastSeenMs } from "./presence.ts";
import type { World } from "./world.ts";

/** A device as people see it. */
export function deviceValue(world: World, device: number): Device {
  const { fleet } = world;
  const blueprintId = blueprintIdOf(world, device);
  const cohortId = world.cohorts[fleet.cohort[device] ?? NONE]?.id;
  const seenMs = lastSeenMs(world, device);
  return {
    id: deviceIdAt(world.seedHash, device),
    name: nameOf(world, device),
    hardwareIds: hardwareIdsOf(world, device),
    tagIds: tagIdsOf(world, device),
    ...(blueprintId === undefined ? {} : { blueprintId }),
    ...(cohortId === undefined ? {} : { cohortId }),
    ...pendingMembershipOf(world, device),
    enabled: isMarked(fleet, device, MARK.enabled),
    reports: reportsOf(world, device),
    ...(seenMs < 0 ? {} : { lastSeenAtMs: seenMs }),
    heartbeatMinutes: fleet.heartbeatMinutes[device] ?? UNKNOWN_HEARTBEAT_MINUTES,
    createdAtMs: createdAtMs(fleet, device),
    updatedAtMs: updatedAtMs(fleet, device),
  };
}

function pendingMembershipOf(world: World, device: number): Pick<Device, "pendingMembership"> {
  const move = pendingMoveOf(world, device);
  if (move === undefined) return {};
  const cohortId = world.cohorts[move.cohort]?.id;
  return { pendingMembership: { ...(cohortId === undefined ? {} : { cohortId }), effectiveAtMs: move.atMs } };
}

function reportsOf(world: World, device: number): readonly PackageReport[] {
  return [...(projectOfDevice(world, device)?.packages.values() ?? [])]
    .filter(({ reported }) => hasSaid(world, reported, device))
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((about) => reportOf(world, about, device));
}

/** Whether a device has reported, as far as the world has come: who looks at its past has not heard the rest. */
function hasSaid({ nowMs }: World, reported: PackageState["reported"], device: number): boolean {
  const atMs = reportedAtMs(reported, device);
  return atMs !== 0 && atMs <= nowMs;
}

function reportOf({ texts }: World, { id, reported }: PackageState, device: number): PackageReport {
  const version = textOf(texts, reportedVersion(reported, device));
  const target = textOf(texts, reportedTarget(reported, device));
  const { state, reason } = reportedCodes(reported, device);
  const known = OTA_STATES[state];
  return {
    packageId: id,
    ...(version === undefined ? {} : { version }),
    ...(target === undefined ? {} : { target }),
    ...(known === undefined ? {} : { state: known }),
    rawState: String(state),
    reason,
    atMs: reportedAtMs(reported, device),
  };
}
