import { OTA_STATE_NUMBER, OTA_STATES } from "#domain/report.ts";
import { REASONS } from "#domain/reason.ts";
import { changeTarget } from "./change-target.ts";
import { heardOf } from "./contact.ts";
import { somethingDiffers } from "./component-fit.ts";
import {
  begunRolloutOf,
  currentRolloutFor,
  currentRolloutOf,
  currentRowOf,
  offeredRolloutFor,
  offeredRolloutOf,
  offeredRowOf,
  setBegunRollout,
} from "./device-places.ts";
import { NONE } from "./fleet.ts";
import { deviceFreed } from "./offer.ts";
import { keepOtaEvent } from "./ota-event-columns.ts";
import { keepReport, reportedVersion, type PackageState } from "./package-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import { BUCKET_OF, codeOf, rowOf, touchRow } from "./target-columns.ts";
import { carries, toldOnce } from "./told-once.ts";
import { becameReady } from "./wake.ts";
import type { World } from "./world.ts";
import { INSTANT, setInstant } from "./target-instants.ts";

/**
 * A device reports about one package, simulated or over HTTP: it is kept, it becomes what the device runs, and the
 * target it belongs to follows. `version` and `target` are interned, 0 when the report carries none.
 */
export function hearReport(
  world: World,
  device: number,
  about: PackageState,
  state: number,
  reason: number,
  version: number,
  target: number,
): void {
  const { fleet, nowMs } = world;
  world.messages += 1;
  const project = world.projects[fleet.project[device] ?? 0];
  if (project !== undefined) keepOtaEvent(project.events, device, about, state, reason, version, target, nowMs);
  heardOf(world, device);
  if (isLate(world, device, about, state, version)) return;
  const knownBefore = reportedVersion(about.reported, device) !== 0;
  keepReport(about.reported, device, version, target, state, reason, nowMs);
  if (target !== 0) rememberWhatIsBegun(world, device, about, target);
  const offered = offeredRolloutOf(fleet, device);
  const current = currentRolloutOf(fleet, device);
  const begun = begunRolloutOf(fleet, device);
  const report: Heard = { device, about, state, reason, version, target, knownBefore };
  const freed = hearFor(world, offeredRolloutFor(world, device), offeredRowOf(world, device), report);
  if (current !== offered) hearFor(world, currentRolloutFor(world, device), currentRowOf(fleet, device), report);
  if (begun >= 0 && begun !== offered && begun !== current) {
    const rollout = world.rollouts[begun];
    if (rollout !== undefined) hearFor(world, rollout, rowOf(rollout.targets, device), report);
  }
  if (freed) deviceFreed(world, device);
}

/** A report's target says which of the deployments it was told the device is at. */
function rememberWhatIsBegun(world: World, device: number, about: PackageState, target: number): void {
  const offered = offeredRolloutFor(world, device);
  const isKnown = offered?.index === begunRolloutOf(world.fleet, device) && carries(offered, about, target);
  if (isKnown) return;
  const place = toldOnce(world, device, about, target);
  if (place !== undefined) setBegunRollout(world.fleet, device, place.rollout.index);
}

type Heard = {
  readonly device: number;
  readonly about: PackageState;
  readonly state: number;
  readonly reason: number;
  readonly version: number;
  readonly target: number;
  readonly knownBefore: boolean;
};

/** Lets one target hear a report; whether an attempt ended by it. */
function hearFor(world: World, rollout: RolloutState | undefined, row: number, report: Heard): boolean {
  if (rollout === undefined || row < 0) return false;
  const { targets } = rollout;
  const component = rollout.components[rollout.componentOf.get(report.about) ?? NONE];
  const wanted = component?.version ?? NONE;
  const revision = targets.revision[row];
  const wasVerified = targets.substate[row] === VERIFIED;
  const { freed } = changeTarget(world, rollout, row, {
    kind: "report",
    atMs: world.nowMs,
    state: component === undefined ? NONE : report.state,
    reason: component === undefined ? 0 : report.reason,
    aim: relation(report.target, wanted, "none"),
    runs: relation(report.version, wanted, "unknown"),
    proven: report.version === wanted && !somethingDiffers(rollout, report.device),
    knownBefore: report.knownBefore,
  });
  // A verified device that runs another version again is told at once, like everybody who becomes ready.
  if (wasVerified && targets.substate[row] === READY) becameReady(world, rollout, row);
  if (component === undefined) return freed;
  const bucket = BUCKET_OF[targets.substate[row] ?? 0];
  if (revision !== targets.revision[row] || bucket === "in-progress") keepReportInstant(world, rollout, row, report);
  return freed;
}

function keepReportInstant(world: World, rollout: RolloutState, row: number, { state, reason }: Heard): void {
  setInstant(rollout.targets.instants, row, INSTANT.report, world.nowMs);
  touchRow(rollout.targets, row);
  if (OTA_STATES[state] !== undefined && REASONS[reason] !== undefined) return;
  rollout.rawReasons.set(row, `state ${state}, reason ${reason}`);
}

function relation<None extends string>(said: number, wanted: number, none: None): "target" | "other" | None {
  if (said === 0) return none;
  return said === wanted ? "target" : "other";
}

/**
 * DOWNLOADING, DOWNLOADED or UPDATING with the old version after the proof were sent before it.
 * Source: domain.md, Reverted.
 */
function isLate(world: World, device: number, about: PackageState, state: number, version: number): boolean {
  if (state === OTA_STATE_NUMBER.idle || version === 0 || reportedVersion(about.reported, device) === version)
    return false;
  const rollout = offeredRolloutFor(world, device);
  if (rollout === undefined) return false;
  const wanted = rollout.components[rollout.componentOf.get(about) ?? NONE]?.version;
  if (wanted === undefined || wanted === version || reportedVersion(about.reported, device) !== wanted) return false;
  const substate = rollout.targets.substate[offeredRowOf(world, device)];
  return substate === VERIFIED || substate === CONFIRMING;
}

const VERIFIED = codeOf("verified");
const READY = codeOf("waiting-offline");
const CONFIRMING = codeOf("confirming");
