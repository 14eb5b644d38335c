import { mix32 } from "#lib/hash.ts";
import { phaseSizes } from "#domain/phases.ts";
import { NONE } from "./fleet.ts";
import { eligibleIn, isEligible } from "./gate.ts";
import { deviceIdAt } from "./ids.ts";
import { rowsInOrderOf } from "./order-rows.ts";
import type { Pace } from "./pace.ts";
import type { RolloutState } from "./rollout-state.ts";
import { countTarget } from "./target-columns.ts";
import type { World } from "./world.ts";

/**
 * Resolves the phases of a rollout from phase `from` on, those that have not opened: who belongs to which, of everybody
 * who is a target now. What opened before stays as it is. Takes as many steps as there are targets.
 * Source: domain.md, Phases (order).
 */
export function resolvePhases(world: World, rollout: RolloutState, from: number): void {
  const { pace, plan, targets } = rollout;
  if (pace.ranked.length < targets.count) rank(world, rollout);
  const { ranked } = pace;
  const sizes = phaseSizes(plan.phases, eligibleIn(targets));
  const last = plan.phases.length - 1;
  let phase = from;
  let reached = 0;
  for (let at = 0; at < ranked.length; at += 1) {
    const row = ranked[at] ?? NONE;
    if ((targets.phase[row] ?? 0) >= from) {
      while (phase < last && reached >= (sizes[phase] ?? 0)) {
        endPhase(pace, phase, at === 0 ? -1 : orderAt(world, rollout, ranked[at - 1] ?? NONE));
        phase += 1;
      }
      moveTo(rollout, row, phase);
    }
    if (isEligible(targets.substate[row] ?? 0)) reached += 1;
  }
  for (; phase <= last; phase += 1) endPhase(pace, phase, EVERYBODY);
}

/** The phase of a device that becomes a target later: by the same order, against what each phase was resolved to. */
export function phaseOfJoiner(world: World, { pace, planSeed }: RolloutState, device: number): number {
  const order = orderOf(world, planSeed, device);
  const phase = pace.phases.findIndex(({ upTo }) => order <= upTo);
  return phase < 0 ? pace.phases.length - 1 : phase;
}

/** Puts a target into a phase. */
function moveTo({ targets }: RolloutState, row: number, phase: number): void {
  const before = targets.phase[row] ?? 0;
  if (before === phase) return;
  const code = targets.substate[row] ?? 0;
  countTarget(targets, before, code, -1);
  countTarget(targets, phase, code, 1);
  targets.phase[row] = phase;
}

/** More than any order. */
const EVERYBODY = 2 ** 32;

function endPhase({ phases }: Pace, phase: number, order: number): void {
  const run = phases[phase];
  if (run !== undefined) run.upTo = Math.max(order, phases[phase - 1]?.upTo ?? -1);
}

/** All targets in the order in which they are woken; the line begins anew. */
function rank(world: World, rollout: RolloutState): void {
  const { pace, targets } = rollout;
  const orders = new Uint32Array(targets.count);
  for (let row = 0; row < targets.count; row += 1) orders[row] = orderAt(world, rollout, row);
  const { keys, rows } = rowsInOrderOf(orders);
  sortTies(world, rollout, rows, keys);
  pace.ranked = rows;
  pace.cursor = 0;
}

/** Devices of one order stand by their ids; among a million there are a hundred or so. */
function sortTies(world: World, { targets }: RolloutState, rows: Int32Array, orders: Uint32Array): void {
  const idAt = (row: number) => deviceIdAt(world.seedHash, targets.device[row] ?? NONE);
  for (let at = 1; at < rows.length; at += 1) {
    if (orders[at] !== orders[at - 1]) continue;
    for (let place = at; place > 0 && orders[place - 1] === orders[at]; place -= 1) {
      const [before, row] = [rows[place - 1] ?? NONE, rows[place] ?? NONE];
      if (idAt(before) <= idAt(row)) break;
      rows[place - 1] = row;
      rows[place] = before;
    }
  }
}

function orderAt(world: World, { planSeed, targets }: RolloutState, row: number): number {
  return orderOf(world, planSeed, targets.device[row] ?? NONE);
}

/** Where a device stands in a plan's order, a whole number below 2^32. Source: domain.md, Phases (order). */
function orderOf({ fleet }: World, planSeed: number, device: number): number {
  return mix32((fleet.keys[device] ?? 0) ^ planSeed);
}
