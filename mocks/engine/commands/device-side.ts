import type { DeviceId, PackageId } from "#domain/ids.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import { heardOf } from "../contact.ts";
import { projectOfDevice } from "../component-fit.ts";
import type { Outcome } from "../facts.ts";
import { serveBytes } from "../fetch-bytes.ts";
import { setSilentUntilMs } from "../device-instants.ts";
import { offeredRolloutFor, offeredRowOf } from "../device-places.ts";
import { isMarked, MARK, NONE, setMark } from "../fleet.ts";
import { hearReport } from "../hear-report.ts";
import { numberOf } from "../interner.ts";
import { answerAsk } from "../offer.ts";
import type { PackageState } from "../package-state.ts";
import { invalid, notFound } from "../refusal.ts";
import { stopSimulating } from "../simulated-device.ts";
import { touchRow } from "../target-columns.ts";
import type { World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";
import { existingDevice } from "./device-row.ts";

/** Most characters of a version or target in a report. */
const REPORTED_TEXT_MAX = 256;
/** Most characters of the log of one attempt. Source: contract.md, The device's side. */
const LOG_MAX = 65_536;

/** A device over HTTP asks what it should run. */
export function ask(world: World, { deviceId }: CommandOf<"ask">): Outcome {
  const device = enabledDevice(world, deviceId);
  if (typeof device !== "number") return device;
  leaveAlone(world, device);
  const told = answerAsk(world, device);
  return { facts: { deviceId, ...(told === undefined ? {} : { deploymentId: told.id }) } };
}

/** A device over HTTP reports. A package that the project does not know is taken and changes nothing. */
export function report(world: World, { deviceId, report }: CommandOf<"report">): Outcome {
  const device = enabledDevice(world, deviceId);
  if (typeof device !== "number") return device;
  const problem = reportProblem(report);
  if (problem !== undefined) return problem;
  leaveAlone(world, device);
  const about = packageOf(world, device, report.packageId);
  heardOf(world, device);
  if (about !== undefined) {
    const version = numberOf(world.texts, report.version);
    hearReport(world, device, about, report.state, report.reason, version, numberOf(world.texts, report.target));
  }
  return { facts: { deviceId } };
}

/** A device over HTTP asks for bytes; the answer names the artifact that it gets them of. */
export function fetchBytes(world: World, { deviceId, packageId, version }: CommandOf<"fetch-bytes">): Outcome {
  const device = enabledDevice(world, deviceId);
  if (typeof device !== "number") return device;
  const about = packageOf(world, device, packageId);
  if (about === undefined) return notFound("package");
  const served = serveBytes(world, device, about, world.texts.numbers.get(version) ?? NONE);
  if (isProblem(served)) return served;
  leaveAlone(world, device);
  return { facts: { deviceId, artifactId: served.artifact.id } };
}

/** A device over HTTP adds to the log of its present attempt; what goes beyond 64 KB is dropped. */
export function deviceLog(world: World, { deviceId, text }: CommandOf<"device-log">): Outcome {
  const device = enabledDevice(world, deviceId);
  if (typeof device !== "number") return device;
  leaveAlone(world, device);
  heardOf(world, device);
  const rollout = offeredRolloutFor(world, device);
  if (rollout === undefined) return { facts: { deviceId } };
  const row = offeredRowOf(world, device);
  const attempt = rollout.targets.attempt[row] ?? 0;
  const byAttempt = rollout.logs.get(row) ?? new Map<number, string>();
  byAttempt.set(attempt, `${byAttempt.get(attempt) ?? ""}${text}`.slice(0, LOG_MAX));
  rollout.logs.set(row, byAttempt);
  touchRow(rollout.targets, row);
  return { facts: { deviceId } };
}

/** The row of a device that may speak. */
function enabledDevice(world: World, deviceId: DeviceId): number | Problem {
  const device = existingDevice(world, deviceId);
  if (device === NONE) return notFound("device");
  if (!isMarked(world.fleet, device, MARK.enabled)) {
    return { problem: "forbidden", message: "This device is disabled." };
  }
  return device;
}

/** From now on the engine does not act for this device. What was refused does not count: no log tells of it. */
function leaveAlone(world: World, device: number): void {
  if (isMarked(world.fleet, device, MARK.external)) return;
  setMark(world.fleet, device, MARK.external, true);
  stopSimulating(world, device);
  setSilentUntilMs(world.fleet, device, 0);
}

function packageOf(world: World, device: number, packageId: PackageId): PackageState | undefined {
  return projectOfDevice(world, device)?.packages.get(packageId);
}

function reportProblem({ state, reason, version, target }: CommandOf<"report">["report"]): Problem | undefined {
  if (!isCode(state)) return invalid("state", "A state is a whole number from 0.");
  if (!isCode(reason)) return invalid("reason", "A reason is a whole number from 0.");
  if ((version?.length ?? 0) > REPORTED_TEXT_MAX) return invalid("version", "A version has at most 256 characters.");
  if ((target?.length ?? 0) > REPORTED_TEXT_MAX) return invalid("target", "A target has at most 256 characters.");
  return undefined;
}

function isCode(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}
