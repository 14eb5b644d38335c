import type { LifeRules } from "#domain/life.ts";
import { draw, PURPOSES } from "./chance.ts";
import { currentRolloutOf } from "./device-places.ts";
import { heartbeatMsOf } from "./fleet.ts";
import type { RolloutState } from "./rollout-state.ts";
import { busyWith } from "./selection-facts.ts";
import type { World } from "./world.ts";

/**
 * What the deployment and the device add to the rules of a target, as they are when a rule asks. Most events ask for one
 * or two of these, and there are millions: nothing is looked up or drawn beforehand. Hence a class: one small object.
 */
class RulesOfTarget implements LifeRules {
  private readonly world: World;
  private readonly rollout: RolloutState;
  private readonly device: number;
  private readonly attempt: number;

  constructor(world: World, rollout: RolloutState, device: number, attempt: number) {
    this.world = world;
    this.rollout = rollout;
    this.device = device;
    this.attempt = attempt;
  }

  get timeouts() {
    return this.rollout.plan.timeouts;
  }
  get retry() {
    return this.rollout.plan.retry;
  }
  get heartbeatMs() {
    return heartbeatMsOf(this.world.fleet, this.device);
  }
  get open() {
    const { closed, index } = this.rollout;
    return closed === undefined && currentRolloutOf(this.world.fleet, this.device) === index;
  }
  get continuous() {
    return this.rollout.plan.targeting === "continuous";
  }
  get free() {
    return busyWith(this.world, this.device, this.rollout) === undefined;
  }
  get jitter() {
    return draw(this.rollout.planSeed, this.world.fleet.keys[this.device] ?? 0, PURPOSES.jitter, this.attempt);
  }
}

/** The rules of a target while one change of it is worked out. `attempt` seeds what a backoff strays by. */
export function rulesOf(world: World, rollout: RolloutState, device: number, attempt: number): LifeRules {
  return new RulesOfTarget(world, rollout, device, attempt);
}
