import { draw, PURPOSES } from "./chance.ts";
import { profileOf, receptionOf } from "./device-profile.ts";
import { blueprintIdOf, tagIdsOf } from "./component-fit.ts";
import type { RolloutState } from "./rollout-state.ts";
import { FAILURE_KINDS, type CorrelatedFailure, type FailureKind } from "./simulation.ts";
import type { World } from "./world.ts";

/**
 * How one attempt of a simulated device goes wrong; absent: it goes well. Drawn by seed, device, deployment and attempt.
 * A correlated fault strikes every attempt; a share of the other troubles pass with the next try.
 */
export function fateOf(world: World, rollout: RolloutState, device: number, attempt: number): FailureKind | undefined {
  const { faults, fleet, seedHash, simulation } = world;
  const key = fleet.keys[device] ?? 0;
  const struck = strikeOn(world, rollout, device);
  if (struck !== undefined) return struck.kind;
  const forced = sharesOf(faults.failByReason);
  if (forced.total > 0) {
    const kind = pickedBy(forced, 100, draw(seedHash, key, PURPOSES.troubled, ~(rollout.index * 512 + attempt)));
    if (kind !== undefined) return kind;
  }
  if (breaksOff(world, rollout, device, attempt)) return "8";
  if (draw(seedHash, key, PURPOSES.troubled, rollout.index) * 100 >= simulation.failPercent) return undefined;
  const shares = sharesOf(simulation.byReason);
  const kind = pickedBy(shares, shares.total, draw(seedHash, key, PURPOSES.kind, rollout.index));
  if (kind === undefined || attempt === 1) return kind;
  const persists = draw(seedHash, key, PURPOSES.persists, rollout.index * 512 + attempt);
  return persists < PERSISTENCE[kind] ? kind : undefined;
}

/** The correlated fault that strikes a device in a deployment, in every attempt alike. */
export function strikeOn(world: World, rollout: RolloutState, device: number): CorrelatedFailure | undefined {
  const { fleet, seedHash, simulation } = world;
  for (const [at, failure] of simulation.correlated.entries()) {
    if (!matches(world, rollout, device, failure)) continue;
    const unit = draw(seedHash, fleet.keys[device] ?? 0, PURPOSES.correlated, rollout.index * 64 + at);
    if (unit * 100 < failure.failPercent) return failure;
  }
  return undefined;
}

/** Whether a poor link breaks this download off; the next try meets another hour of the same link. */
function breaksOff(world: World, rollout: RolloutState, device: number, attempt: number): boolean {
  const percent = profileOf(world, device)?.brokenDownloadPercent ?? 0;
  if (percent === 0) return false;
  const unit = draw(world.seedHash, world.fleet.keys[device] ?? 0, PURPOSES.link, rollout.index * 512 + attempt);
  return unit * 100 < percent * (1 - receptionOf(world, device));
}

/** How likely a trouble strikes the next attempt too. */
const PERSISTENCE = {
  "2": 1,
  "3": 0.5,
  "4": 0.4,
  "5": 0.6,
  "6": 1,
  "7": 1,
  "8": 0.4,
  "9": 1,
  "10": 0.7,
  "install-refused": 0.8,
  reverted: 1,
  lost: 1,
  stall: 0.4,
  "reverted-later": 1,
  bricked: 1,
} satisfies Record<FailureKind, number>;

function matches(world: World, rollout: RolloutState, device: number, failure: CorrelatedFailure): boolean {
  if (failure.blueprintId !== undefined && blueprintIdOf(world, device) !== failure.blueprintId) return false;
  if (failure.tagId !== undefined && !tagIdsOf(world, device).includes(failure.tagId)) return false;
  if (failure.packageId === undefined && failure.version === undefined) return true;
  return rollout.components.some(
    ({ component }) =>
      (failure.packageId === undefined || component.packageId === failure.packageId) &&
      (failure.version === undefined || component.version === failure.version),
  );
}

/** Kinds with their weights, and the sum of those. */
type Shares = { readonly kinds: readonly FailureKind[]; readonly weights: readonly number[]; readonly total: number };

/** Made from what a world says and only kept to be quick: every attempt of every device asks. */
const known = new WeakMap<Readonly<Record<string, number>>, Shares>();

function sharesOf(weights: Readonly<Record<string, number>>): Shares {
  const before = known.get(weights);
  if (before !== undefined) return before;
  const kinds = FAILURE_KINDS.filter((kind) => (weights[kind] ?? 0) > 0);
  const list = kinds.map((kind) => weights[kind] ?? 0);
  const shares = { kinds, weights: list, total: list.reduce((sum, weight) => sum + weight, 0) };
  known.set(weights, shares);
  return shares;
}

/** The kind whose share of `whole` the draw falls into; absent when it falls beside all of them. */
function pickedBy({ kinds, weights }: Shares, whole: number, unit: number): FailureKind | undefined {
  let rest = unit * whole;
  for (let at = 0; at < kinds.length; at += 1) {
    rest -= weights[at] ?? 0;
    if (rest < 0) return kinds[at];
  }
  return undefined;
}
