import { NONE } from "./fleet.ts";
import { assignDevice } from "./membership.ts";
import { EVENT, plan } from "./schedule.ts";
import type { World } from "./world.ts";

/** A change of cohort that is still to come; `cohort` −1: out of the one it is in. */
export type PendingMove = { readonly cohort: number; readonly atMs: number };

/** Puts a device into a cohort at `atMs`, or now when that is past; takes the place of whatever was to come. */
export function moveAt(world: World, device: number, cohort: number, atMs: number | undefined): void {
  world.moves.delete(device);
  if (atMs === undefined || atMs <= world.nowMs) return assignDevice(world, device, cohort);
  world.moves.set(device, { cohort, atMs });
  plan(world.schedule, atMs, EVENT.move, device, 0);
}

/** The change of cohort that a device has before it; absent: none. */
export function pendingMoveOf(world: World, device: number): PendingMove | undefined {
  return world.moves.get(device);
}

/** Takes a change back that is still to come; whether there was one. */
export function withdrawMove(world: World, device: number): boolean {
  return world.moves.delete(device);
}

/** The time of a change has come, unless it was taken back or put off, or the cohort is gone. */
export function moveDue(world: World, device: number): void {
  const move = world.moves.get(device);
  if (move === undefined || move.atMs > world.nowMs) return;
  world.moves.delete(device);
  if (move.cohort !== NONE && world.cohorts[move.cohort]?.archived !== false) return;
  assignDevice(world, device, move.cohort);
}
