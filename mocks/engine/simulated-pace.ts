import { minutes, seconds } from "#lib/duration.ts";
import { draw, PURPOSES } from "./chance.ts";
import { profileOf, receptionOf, type Range } from "./device-profile.ts";
import { NONE } from "./fleet.ts";
import type { World } from "./world.ts";

/** How long the parts of an update take on one simulated device, in ms; by seed, device and blueprint. */
export function latencyMs(world: World, device: number): number {
  const unit = drawn(world, device, PURPOSES.latency);
  // Multiplied out: a power is slow, and not to the last bit the same everywhere.
  return Math.round(seconds(0.3 + 20 * unit * unit * unit));
}

/** Time to download `sizeBytes`: boards of one blueprint share a link, each device has its own reception. */
export function downloadMs(world: World, device: number, sizeBytes: number): number {
  const profile = profileOf(world, device);
  if (profile !== undefined) {
    return Math.round(seconds(1 + sizeBytes / within(profile.bytesPerSecond, receptionOf(world, device))));
  }
  const blueprint = world.fleet.blueprint[device] ?? NONE;
  const link = 2_000 + 14_000 * draw(world.seedHash, blueprint + 2, PURPOSES.speed, 0);
  const reception = 0.25 + 0.75 * receptionOf(world, device);
  return Math.round(seconds(1) + (sizeBytes / (link * reception)) * 1_000);
}

/** Time from "updating" to the reboot, or to the end for a package that needs none. */
export function installMs(world: World, device: number): number {
  const range = profileOf(world, device)?.installSeconds ?? ORDINARY_INSTALL_SECONDS;
  return Math.round(seconds(within(range, drawn(world, device, PURPOSES.install))));
}

/** Time the device is dark while it reboots; boards of one blueprint boot alike. */
export function rebootMs(world: World, device: number): number {
  const profile = profileOf(world, device);
  if (profile !== undefined) {
    return Math.round(seconds(within(profile.rebootSeconds, drawn(world, device, PURPOSES.reboot))));
  }
  const blueprint = world.fleet.blueprint[device] ?? NONE;
  const board = 10 + 50 * draw(world.seedHash, blueprint + 2, PURPOSES.reboot, 0);
  return Math.round(seconds(board * (0.7 + 0.6 * drawn(world, device, PURPOSES.reboot))));
}

/** How long a download that hangs keeps a device dark, until its watchdog or a person restarts it. */
export function hangMs(world: World, device: number, occasion: number): number {
  return Math.round(minutes(35 + 145 * drawn(world, device, PURPOSES.silence, occasion)));
}

/** How long a device is gone that the update has bricked: days, until somebody comes by. */
export function goneMs(world: World, device: number, occasion: number): number {
  return Math.round(minutes(60 * 24 * (3 + 37 * drawn(world, device, PURPOSES.silence, occasion))));
}

/** How long a build that goes bad after a while runs well: about an hour. */
export function wellForMs(world: World, device: number, occasion: number): number {
  return Math.round(minutes(55 + 10 * drawn(world, device, PURPOSES.relapse, occasion)));
}

/** Where in a download it breaks, as a share of it. */
export function breakShare(world: World, device: number, occasion: number): number {
  return 0.05 + 0.9 * drawn(world, device, PURPOSES.moment, occasion);
}

const ORDINARY_INSTALL_SECONDS: Range = [5, 20];

function within([least, most]: Range, unit: number): number {
  return least + (most - least) * unit;
}

function drawn(world: World, device: number, purpose: number, occasion = 0): number {
  return draw(world.seedHash, world.fleet.keys[device] ?? 0, purpose, occasion);
}
