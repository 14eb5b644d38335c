import { BAD_BUILD } from "./bad-build.ts";
import { DEMO } from "./demo.ts";
import { EMPTY } from "./empty.ts";
import { FAILING_ROLLOUT } from "./failing-rollout.ts";
import { HISTORY } from "./history.ts";
import { LARGE } from "./large.ts";
import { MANY_COHORTS } from "./many-cohorts.ts";
import { MILLION } from "./million.ts";
import type { WorldSpec } from "./world-spec.ts";

const WORLDS: readonly WorldSpec[] = [DEMO, EMPTY, FAILING_ROLLOUT, BAD_BUILD, HISTORY, LARGE, MANY_COHORTS, MILLION];

/** The names of all worlds. */
export function worldNames(): readonly string[] {
  return WORLDS.map(({ name }) => name);
}

/** @throws when there is no world of that name. */
export function worldSpecOf(name: string): WorldSpec {
  const spec = WORLDS.find((world) => world.name === name);
  if (spec !== undefined) return spec;
  throw new Error(`There is no world "${name}". There are ${worldNames().join(", ")}.`);
}
