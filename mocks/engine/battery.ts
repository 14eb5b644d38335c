import { hours } from "#lib/duration.ts";
import { draw, PURPOSES } from "./chance.ts";
import { profileOf, type Battery, type Range } from "./device-profile.ts";
import type { World } from "./world.ts";

/**
 * The charge of a device's battery at `atMs`, in percent; absent for one on mains. A pure function of seed, device and
 * instant: it falls evenly through a cycle and is full again at its end.
 */
export function batteryPercent(world: World, device: number, atMs: number): number | undefined {
  const battery = profileOf(world, device)?.battery;
  return battery === undefined ? undefined : chargeIn(cycleOf(world, device, battery), atMs);
}

/** Whether an install would be put off at `atMs` because the battery is low. */
export function isBatteryLow(world: World, device: number, atMs: number): boolean {
  const battery = profileOf(world, device)?.battery;
  if (battery === undefined) return false;
  return chargeIn(cycleOf(world, device, battery), atMs) < battery.installsFromPercent;
}

/** The first instant from `atMs` on at which the battery is full again. */
export function chargedAtMs(world: World, device: number, atMs: number): number {
  const battery = profileOf(world, device)?.battery;
  if (battery === undefined) return atMs;
  const { periodMs, phaseMs } = cycleOf(world, device, battery);
  return atMs + Math.ceil(periodMs - positionIn(periodMs, phaseMs, atMs));
}

type Cycle = { readonly periodMs: number; readonly phaseMs: number; readonly emptiestPercent: number };

function cycleOf({ fleet, seedHash }: World, device: number, { cycleHours, emptiestPercent }: Battery): Cycle {
  const drawn = (occasion: number) => draw(seedHash, fleet.keys[device] ?? 0, PURPOSES.battery, occasion);
  const periodMs = hours(within(cycleHours, drawn(0)));
  return { periodMs, phaseMs: periodMs * drawn(1), emptiestPercent: within(emptiestPercent, drawn(2)) };
}

function chargeIn({ periodMs, phaseMs, emptiestPercent }: Cycle, atMs: number): number {
  return 100 - (100 - emptiestPercent) * (positionIn(periodMs, phaseMs, atMs) / periodMs);
}

function positionIn(periodMs: number, phaseMs: number, atMs: number): number {
  return (atMs + phaseMs) % periodMs;
}

function within([least, most]: Range, unit: number): number {
  return least + (most - least) * unit;
}
