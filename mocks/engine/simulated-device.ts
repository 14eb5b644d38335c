import { minutes, seconds } from "#lib/duration.ts";
import { isProblem } from "#domain/problem.ts";
import { OTA_STATE_NUMBER } from "#domain/report.ts";
import { chargedAtMs, isBatteryLow } from "./battery.ts";
import { changeTarget } from "./change-target.ts";
import { fateOf, strikeOn } from "./fate.ts";
import { serveBytes } from "./fetch-bytes.ts";
import { setContactMs } from "./device-instants.ts";
import { offeredRolloutOf, offeredRowOf } from "./device-places.ts";
import { isMarked, MARK, NONE, setMark } from "./fleet.ts";
import { answerAsk } from "./offer.ts";
import { reportedVersion, type PackageState } from "./package-state.ts";
import { planAsk } from "./plan-ask.ts";
import { isForcedOffline, nextOnlineMs } from "./presence.ts";
import type { RolloutState } from "./rollout-state.ts";
import { EVENT, plan } from "./schedule.ts";
import { sendReport } from "./send-report.ts";
import { breakShare, downloadMs, goneMs, hangMs, installMs, latencyMs, rebootMs, wellForMs } from "./simulated-pace.ts";
import {
  fateHere,
  goDark,
  jobOf,
  mainOf,
  planStep,
  rest,
  sayIdle,
  sayOfTarget,
  STEP,
  type Job,
} from "./simulated-step.ts";
import {
  generationOf,
  otherSlotOf,
  ownTriesOf,
  renewStep,
  setAtWork,
  setOtherSlot,
  setOwnTries,
  stepOf,
} from "./simulated-work.ts";
import type { FailureKind } from "./simulation.ts";
import type { World } from "./world.ts";

const { idle: IDLE, downloading: DOWNLOADING, downloaded: DOWNLOADED, updating: UPDATING } = OTA_STATE_NUMBER;
const AWAIT_RETRY = 11;

/** Refused blocks are asked for 16 times, 15 s apart. */
const STARVES_AFTER_MS = seconds(16 * 15);
const LONGEST_OWN_WAIT_MS = minutes(24 * 60);
/** A device whose downloads were stopped is restarted by its watchdog; only then does it read another manifest. */
const RESTARTS_AFTER_MS = minutes(10);
/** A long download is heard of in between: blocks are asked for all the time. */
const BLOCKS_HEARD_EVERY_MS = minutes(10);
/** While its battery is low a device looks at it, and is heard of, this often. */
const CHARGE_LOOKED_AT_EVERY_MS = minutes(10);

/** A simulated device asks, and begins what it is told when it is at nothing; a build that will go bad still runs. */
export function simulatedAsk(world: World, device: number): void {
  const told = answerAsk(world, device);
  const step = stepOf(world.fleet, device);
  if (told !== undefined && (step === STEP.rest || step === STEP.relapse)) beginWhatDiffers(world, device, told);
}

/**
 * A simulated device takes the step it was about to take; when it is away, later. It speaks as the public SDK was
 * recorded to, through the functions that devices over HTTP go through. Source: domain.md, What a real device says.
 */
export function simulatedStep(world: World, device: number): void {
  const { fleet, nowMs } = world;
  const step = stepOf(fleet, device);
  const onlineMs = nextOnlineMs(world, device, nowMs);
  if (onlineMs > nowMs) {
    if (isForcedOffline(world, device)) setMark(fleet, device, MARK.stepsLater, true);
    return planStep(world, device, step, onlineMs - nowMs);
  }
  if (step === STEP.boot) return boot(world, device);
  const job = jobOf(world, device);
  if (job === undefined) return rest(world, device);
  switch (step) {
    case STEP.begin:
      return begin(job);
    case STEP.downloaded:
      return downloaded(job);
    case STEP.install:
      return install(job);
    case STEP.settle:
      return settle(job);
    case STEP.broken:
      return broken(job, fateHere(job) ?? "8");
    case STEP.starved:
      return broken(job, "8");
    case STEP.refused:
      return refused(job);
    case STEP.relapse:
      return relapse(job);
    default:
      return undefined;
  }
}

/** A device that was forced offline is let back: what it put off for that comes now and not at its next look. */
export function simulatedReturn(world: World, device: number): void {
  const { fleet } = world;
  const step = stepOf(fleet, device);
  if (isMarked(fleet, device, MARK.stepsLater)) planStep(world, device, step, latencyMs(world, device));
  if (isMarked(fleet, device, MARK.asksLater)) setMark(fleet, device, MARK.asks, false);
  setMark(fleet, device, MARK.asksLater | MARK.stepsLater, false);
  planAsk(world, device);
}

/** Forgets what a device was about to do: it is deleted, disabled, or speaks for itself from now on. */
export function stopSimulating({ fleet }: World, device: number): void {
  renewStep(fleet, device, STEP.rest);
}

/** Takes up the first package that differs, the main one last because it reboots. */
function beginWhatDiffers(world: World, device: number, rollout: RolloutState): boolean {
  const { components } = rollout;
  let next = NONE;
  for (let at = 0; at < components.length; at += 1) {
    const component = components[at];
    if (component === undefined || reportedVersion(component.about.reported, device) === component.version) continue;
    if (next === NONE || (components[next]?.about.main ?? false)) next = at;
  }
  if (next === NONE) return false;
  setAtWork(world.fleet, device, rollout.index, next);
  setOwnTries(world.fleet, device, 0);
  planStep(world, device, STEP.begin, latencyMs(world, device));
  return true;
}

function begin(job: Job): void {
  const { world, device, component } = job;
  if (component.about.main && otherSlotOf(world.fleet, device) === component.version) return install(job);
  sayOfTarget(job, DOWNLOADING, 0);
  const served = serveBytes(world, device, component.about, component.version);
  if (isProblem(served)) return planStep(world, device, STEP.starved, STARVES_AFTER_MS);
  const wholeMs = downloadMs(world, device, served.artifact.sizeBytes);
  const begun = jobOf(world, device) ?? job;
  const fate = fateHere(begun);
  if (fate === "stall") return goDark(begun, hangMs(world, device, begun.attempt));
  if (fate === "6" || fate === "7" || fate === "9") return planStep(world, device, STEP.broken, seconds(1));
  if (fate === "5") return planStep(world, device, STEP.broken, wholeMs);
  if (breaksDownload(fate)) {
    return planStep(world, device, STEP.broken, Math.round(wholeMs * breakShare(world, device, begun.attempt)));
  }
  planStep(world, device, STEP.downloaded, wholeMs);
  hearBlocks(begun, wholeMs);
}

/** Asks for bytes while a long download runs, as a device that fetches block by block does. */
function hearBlocks({ world, device }: Job, wholeMs: number): void {
  for (let afterMs = BLOCKS_HEARD_EVERY_MS; afterMs < wholeMs; afterMs += BLOCKS_HEARD_EVERY_MS) {
    plan(world.schedule, world.nowMs + afterMs, EVENT.blocks, device, generationOf(world.fleet, device));
  }
}

/** Blocks came in, in the middle of a download that still runs. */
export function simulatedBlocks(world: World, device: number): void {
  const job = jobOf(world, device);
  if (job !== undefined) serveBytes(world, device, job.component.about, job.component.version);
}

function downloaded(job: Job): void {
  const { world, device, component } = job;
  const served = serveBytes(world, device, component.about, component.version);
  if (isProblem(served)) return planStep(world, device, STEP.starved, STARVES_AFTER_MS);
  if (component.about.main) setOtherSlot(world.fleet, device, component.version);
  sayOfTarget(job, DOWNLOADED, 0);
  planStep(world, device, STEP.install, seconds(1));
}

function install(job: Job): void {
  const { world, device, component } = job;
  if (isBatteryLow(world, device, world.nowMs)) return waitForCharge(job);
  sayOfTarget(job, UPDATING, 0);
  const fate = fateHere(jobOf(world, device) ?? job);
  const afterMs = installMs(world, device);
  if (fate === "install-refused") return planStep(world, device, STEP.refused, afterMs);
  if (!component.about.main) return planStep(world, device, STEP.settle, afterMs);
  if (fate === "bricked") return goDark(job, Infinity);
  if (fate === "lost") return goDark(job, goneMs(world, device, job.rollout.index));
  const runsForMinutes = fate === "reverted" ? (strikeOn(world, job.rollout, device)?.runsForMinutes ?? 0) : 0;
  goDark(job, afterMs + rebootMs(world, device) + minutes(runsForMinutes));
}

/** The file is there and the battery is low: nothing is reported, and the connection is kept. */
function waitForCharge({ world, device, rollout }: Job): void {
  const { fleet, nowMs } = world;
  setContactMs(fleet, device, nowMs);
  if (offeredRolloutOf(fleet, device) === rollout.index) {
    changeTarget(world, rollout, offeredRowOf(world, device), { kind: "contact", atMs: nowMs });
  }
  planStep(world, device, STEP.install, Math.min(CHARGE_LOOKED_AT_EVERY_MS, chargedAtMs(world, device, nowMs) - nowMs));
}

function refused(job: Job): void {
  sayOfTarget(job, IDLE, 0);
  sayIdle(job);
  rest(job.world, job.device);
}

/** A package without a reboot says so, and the next one follows. */
function settle(job: Job): void {
  const { world, device, component } = job;
  sendReport(world, device, component.about, UPDATING, 1, component.version, 0);
  sendReport(world, device, component.about, IDLE, 0, component.version, 0);
  rest(world, device);
  simulatedAsk(world, device);
}

/** The image that was installed starts, or the old one does; then what every boot says. */
function boot(world: World, device: number): void {
  const { fleet } = world;
  const job = jobOf(world, device);
  const main = job === undefined ? undefined : mainOf(job);
  const started = job !== undefined && main?.component === job.component && startsNew(job) ? job : undefined;
  if (started !== undefined) {
    const { about, version } = started.component;
    setOtherSlot(fleet, device, started.from);
    sendReport(world, device, about, UPDATING, 1, version, 0);
  }
  rest(world, device);
  setAtWork(fleet, device, NONE, 0);
  const told = answerAsk(world, device);
  const about = main?.component.about ?? job?.component.about;
  if (about !== undefined) sayBooted(world, device, about, reportedVersion(about.reported, device), told);
  if (told !== undefined && beginWhatDiffers(world, device, told)) return;
  if (started !== undefined && fateHere(started) === "reverted-later") expectRelapse(started);
}

function sayBooted(
  world: World,
  device: number,
  about: PackageState,
  version: number,
  told: RolloutState | undefined,
): void {
  sendReport(world, device, about, IDLE, 0, version, 0);
  sendReport(world, device, about, IDLE, 0, version, 0);
  if (told === undefined) sendReport(world, device, about, IDLE, 0, version, 0);
}

function expectRelapse({ world, device, rollout, component, attempt }: Job): void {
  setAtWork(world.fleet, device, rollout.index, rollout.components.indexOf(component));
  planStep(world, device, STEP.relapse, wellForMs(world, device, attempt));
}

/** The new version ran well for a while; now the watchdog has bitten and the old slot has booted. */
function relapse({ world, device, component, from }: Job): void {
  const { fleet } = world;
  const before = otherSlotOf(fleet, device);
  rest(world, device);
  if (from !== component.version || before === 0) return;
  setOtherSlot(fleet, device, component.version);
  sayBooted(world, device, component.about, before, answerAsk(world, device));
  planAsk(world, device);
}

/** Whether the reboot that just ended was of a finished install and brought the new version up. */
function startsNew({ world, device, component, from, rollout, attempt }: Job): boolean {
  if (otherSlotOf(world.fleet, device) !== component.version || from === component.version) return false;
  const fate = fateOf(world, rollout, device, attempt);
  return fate !== "reverted" && fate !== "lost" && fate !== "stall" && fate !== "bricked";
}

/** The download ended badly: what is said then, and whether and when the device tries again by itself. */
function broken(job: Job, fate: FailureKind): void {
  const { world, device, rollout } = job;
  const reason = Number(fate);
  sayOfTarget(job, DOWNLOADING, Number.isNaN(reason) ? 8 : reason);
  if (!retriesItself(fate)) {
    sayIdle(job);
    return rest(world, device);
  }
  sayOfTarget(job, IDLE, 0);
  sayOfTarget(job, IDLE, AWAIT_RETRY);
  if (rollout.downloadsStopped) return planStep(world, device, STEP.boot, RESTARTS_AFTER_MS);
  const tries = ownTriesOf(world.fleet, device);
  setOwnTries(world.fleet, device, tries + 1);
  planStep(world, device, STEP.begin, Math.min(minutes(1) * 2 ** tries, LONGEST_OWN_WAIT_MS));
}

function breaksDownload(fate: FailureKind | undefined): boolean {
  return fate === "2" || fate === "3" || fate === "4" || fate === "8" || fate === "10";
}

function retriesItself(fate: FailureKind): boolean {
  return fate === "4" || fate === "5" || fate === "8" || fate === "10";
}
