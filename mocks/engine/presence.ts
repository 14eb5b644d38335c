import { hours, minutes } from "#lib/duration.ts";
import { draw, PURPOSES } from "./chance.ts";
import { profileOf } from "./device-profile.ts";
import { contactMsOf, silentUntilMsOf } from "./device-instants.ts";
import { heartbeatMsOf, isMarked, MARK, updatedAtMs } from "./fleet.ts";
import type { World } from "./world.ts";

/** Who was forced offline is looked for again after this long. */
const FORCED_OFFLINE_LOOKS_AFTER_MS = minutes(15);
/** Where only silent devices are waited for, it is looked again this often whether they still are silent. */
export const SILENCE_LOOKED_AT_EVERY_MS = minutes(5);

/**
 * Whether a simulated device is there at `atMs`. A pure function of seed, device, instant and the faults in force, never
 * an event: most are always there, some come and go for hours or days. Source: contract.md, Clocks and the log.
 */
export function isOnline(world: World, device: number, atMs: number): boolean {
  if (silentUntilMsOf(world.fleet, device) > atMs || isForcedOffline(world, device)) return false;
  return isThere(rhythmOf(world, device), world, atMs);
}

/** The first instant from `atMs` on at which the device is there, or when to look again; Infinity: it is bricked. */
export function nextOnlineMs(world: World, device: number, atMs: number): number {
  if (isForcedOffline(world, device)) return atMs + FORCED_OFFLINE_LOOKS_AFTER_MS;
  const silentUntilMs = silentUntilMsOf(world.fleet, device);
  const fromMs = Math.max(atMs, silentUntilMs);
  const rhythm = rhythmOf(world, device);
  if (rhythm === undefined || fromMs === Infinity) return fromMs;
  const position = positionIn(rhythm, world, fromMs);
  return position >= rhythm.awayMs ? fromMs : fromMs + Math.ceil(rhythm.awayMs - position);
}

/** When a device that is there at `onlineMs` hears of something new: at once, or at its next heartbeat if it sleeps. */
export function hearsOfItMs(world: World, device: number, onlineMs: number): number {
  if (onlineMs === Infinity || profileOf(world, device)?.battery?.sleeps !== true) return onlineMs;
  const { beatMs, heartbeatMs } = lastBeat(world, device, onlineMs);
  return Math.ceil(beatMs < onlineMs ? beatMs + heartbeatMs : onlineMs);
}

/** Last contact of any kind, heartbeats included; −1 for a device that was never heard of. */
export function lastSeenMs(world: World, device: number): number {
  const { fleet, nowMs } = world;
  const contactMs = contactMsOf(fleet, device);
  if (isMarked(fleet, device, MARK.external | MARK.deleted) || silentUntilMsOf(fleet, device) > nowMs) {
    return contactMs;
  }
  if (!isMarked(fleet, device, MARK.enabled)) return Math.max(contactMs, updatedAtMs(fleet, device));
  return Math.max(contactMs, lastBeatHeardMs(world, device, contactMs));
}

/** The last heartbeat that was sent, if it was after `sinceMs`: who is dark or away sends none. */
function lastBeatHeardMs(world: World, device: number, sinceMs: number): number {
  const earliestMs = Math.max(sinceMs, silentUntilMsOf(world.fleet, device));
  const rhythm = rhythmOf(world, device);
  let atMs = isForcedOffline(world, device) ? world.faultsSinceMs : world.nowMs;
  while (atMs > earliestMs) {
    const { beatMs } = lastBeat(world, device, lastThereMs(rhythm, world, atMs));
    if (beatMs < earliestMs) break;
    if (isThere(rhythm, world, beatMs)) return Math.floor(beatMs);
    atMs = beatMs;
  }
  return sinceMs;
}

/** Whether a device has been silent for two of its heartbeats. Source: domain.md, Target states (`waiting-offline`). */
export function isSilent(world: World, device: number): boolean {
  const seenMs = lastSeenMs(world, device);
  return seenMs < 0 || world.nowMs - seenMs > 2 * heartbeatMsOf(world.fleet, device);
}

/** The last heartbeat up to `atMs` of a device that was there. */
function lastBeat({ fleet, seedHash }: World, device: number, atMs: number) {
  const heartbeatMs = heartbeatMsOf(fleet, device);
  const offsetMs = draw(seedHash, fleet.keys[device] ?? 0, PURPOSES.heartbeat, 0) * heartbeatMs;
  return { beatMs: Math.floor((atMs - offsetMs) / heartbeatMs) * heartbeatMs + offsetMs, heartbeatMs };
}

/** Away first, then there, again and again. */
type Rhythm = { readonly periodMs: number; readonly awayMs: number; readonly phaseMs: number };

function rhythmOf(world: World, device: number): Rhythm | undefined {
  const { fleet, seedHash, simulation } = world;
  const key = fleet.keys[device] ?? 0;
  const offlinePercent = profileOf(world, device)?.offlinePercent ?? simulation.offlinePercent;
  const comesAndGoes = draw(seedHash, key, PURPOSES.presence, 0) * 100 < offlinePercent;
  if (!comesAndGoes) return undefined;
  // Squared, so that days are rarer than hours.
  const unit = draw(seedHash, key, PURPOSES.presencePeriod, 0);
  const periodMs = hours(5 + 91 * unit * unit);
  const awayMs = periodMs * (0.2 + 0.6 * draw(seedHash, key, PURPOSES.presenceShare, 0));
  return { periodMs, awayMs, phaseMs: periodMs * draw(seedHash, key, PURPOSES.presencePhase, 0) };
}

function positionIn({ periodMs, phaseMs }: Rhythm, { epochMs }: World, atMs: number): number {
  const position = (atMs - epochMs + phaseMs) % periodMs;
  return position < 0 ? position + periodMs : position;
}

function isThere(rhythm: Rhythm | undefined, world: World, atMs: number): boolean {
  return rhythm === undefined || positionIn(rhythm, world, atMs) >= rhythm.awayMs;
}

/** When a device was last there, up to `atMs`: just before it went, if it is away then. */
function lastThereMs(rhythm: Rhythm | undefined, world: World, atMs: number): number {
  if (rhythm === undefined || isThere(rhythm, world, atMs)) return atMs;
  return Math.ceil(atMs - positionIn(rhythm, world, atMs)) - 1;
}

/** Whether the faults in force keep a device away. */
export function isForcedOffline({ fleet, faults, seedHash }: World, device: number): boolean {
  if (faults.offlinePercent <= 0) return false;
  return draw(seedHash, fleet.keys[device] ?? 0, PURPOSES.forcedOffline, 0) * 100 < faults.offlinePercent;
}
