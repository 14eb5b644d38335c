import { OTA_STATE_NUMBER } from "#domain/report.ts";
import { fateOf } from "./fate.ts";
import { setSilentUntilMs } from "./device-instants.ts";
import { offeredRolloutOf, offeredRowOf } from "./device-places.ts";
import { reportedVersion } from "./package-state.ts";
import type { RolloutComponent, RolloutState } from "./rollout-state.ts";
import { EVENT, plan } from "./schedule.ts";
import { sendReport } from "./send-report.ts";
import { componentAtWork, renewStep, rolloutAtWork, setStep } from "./simulated-work.ts";
import type { FailureKind } from "./simulation.ts";
import type { World } from "./world.ts";

/**
 * The steps of a simulated device; what happens in each stands in simulated-device.ts.
 *
 *   rest ─told something new─► begin ─► downloaded ─► install ─► boot ─► rest (or begin, for the next package)
 *                                │         (waits while the  └─► settle (a package that needs no reboot)
 *                                │          battery is low)        boot ─► relapse: the old slot boots after an hour
 *                                ├─► broken ─► own retry: begin, after 60 s, then twice as long each time
 *                                └─► starved (blocks refused) ─► broken
 */
export const STEP = {
  rest: 0,
  begin: 1,
  downloaded: 2,
  install: 3,
  boot: 4,
  settle: 5,
  broken: 6,
  starved: 7,
  refused: 8,
  relapse: 9,
} as const;

const IDLE = OTA_STATE_NUMBER.idle;

/** The package a device is at. */
export type Job = {
  readonly world: World;
  readonly device: number;
  readonly rollout: RolloutState;
  readonly component: RolloutComponent;
  readonly from: number;
  readonly attempt: number;
};

/** The package that a device is at; absent when it is at none. */
export function jobOf(world: World, device: number): Job | undefined {
  const { fleet } = world;
  const rollout = world.rollouts[rolloutAtWork(fleet, device)];
  const component = rollout?.components[componentAtWork(fleet, device)];
  if (rollout === undefined || component === undefined) return undefined;
  const isOffered = offeredRolloutOf(fleet, device) === rollout.index;
  const attempt = isOffered ? (rollout.targets.attempt[offeredRowOf(world, device)] ?? 0) : 0;
  return { world, device, rollout, component, from: reportedVersion(component.about.reported, device), attempt };
}

/** How the attempt goes that the device is in. */
export function fateHere({ world, rollout, device, attempt }: Job): FailureKind | undefined {
  return fateOf(world, rollout, device, attempt);
}

/** Silent until it boots. */
export function goDark({ world, device }: Job, forMs: number): void {
  setSilentUntilMs(world.fleet, device, world.nowMs + forMs);
  planStep(world, device, STEP.boot, forMs);
}

/** The main package of what a device is at. */
export function mainOf({ rollout }: Job): { readonly component: RolloutComponent } | undefined {
  for (const component of rollout.components) if (component.about.main) return { component };
  return undefined;
}

/** The device is at nothing. */
export function rest({ fleet }: World, device: number): void {
  setStep(fleet, device, STEP.rest);
}

/** The device takes a step after a while; what it was about to do is forgotten. */
export function planStep(world: World, device: number, step: number, afterMs: number): void {
  const { fleet, nowMs, schedule } = world;
  plan(schedule, nowMs + afterMs, EVENT.step, device, renewStep(fleet, device, step));
}

/** Reports while the old version still runs, with the version it is going for. */
export function sayOfTarget({ world, device, component, from }: Job, state: number, reason: number): void {
  sendReport(world, device, component.about, state, reason, from, component.version);
}

/** Reports that it goes for nothing and runs the old version. */
export function sayIdle({ world, device, component, from }: Job): void {
  sendReport(world, device, component.about, IDLE, 0, from, 0);
}
