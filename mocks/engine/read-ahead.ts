import { currentRolloutFor, currentRowOf } from "./device-places.ts";
import { DEVICE_WORDS } from "./device-words.ts";
import { NONE, type Fleet } from "./fleet.ts";
import { REPORT_WORDS } from "./package-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import { EVENT, lookAtNext, newUpcoming } from "./schedule.ts";
import { INSTANT_WORDS } from "./target-instants.ts";
import type { World } from "./world.ts";

/**
 * Reads what the next events of one instant will read of their devices and targets, and changes nothing. Those of a large
 * fleet stand far apart in memory, and an event alone waits for each of its reads; here the processor fetches those of
 * many events at once. The answer is for how many events that was done, at least one.
 */
export function readAhead(world: World): number {
  const { fleet, rollouts, schedule } = world;
  const count = lookAtNext(schedule, UPCOMING);
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    const { kind, subject, detail } = UPCOMING.entries[at] ?? NOTHING;
    const isOfDevice = kind === EVENT.ask || kind === EVENT.step || kind === EVENT.blocks;
    const device = isOfDevice ? subject : kind === EVENT.due ? rollouts[subject]?.targets.device[detail] : NONE;
    DEVICES[at] = device ?? NONE;
    if (device !== undefined && device !== NONE) sum ^= readDevice(fleet, device);
  }
  for (let at = 0; at < count; at += 1) {
    const device = DEVICES[at] ?? NONE;
    const rollout = device === NONE ? undefined : currentRolloutFor(world, device);
    if (rollout !== undefined) sum ^= readTarget(rollout, currentRowOf(fleet, device), device);
  }
  // What nobody wants would not be read at all.
  READ[0] = sum;
  return count;
}

const MOST = 64;
const UPCOMING = newUpcoming(MOST);
const DEVICES = new Int32Array(MOST);
const READ = new Int32Array(1);
const NOTHING = { kind: EVENT.look, subject: NONE, detail: 0 };

function readDevice(fleet: Fleet, device: number): number {
  const { blueprint, cohort, heartbeatMinutes, keys, marks, project, tagSet, words } = fleet;
  const at = device * DEVICE_WORDS;
  return (
    (words[at] ?? 0) ^
    (words[at + DEVICE_WORDS - 1] ?? 0) ^
    (marks[device] ?? 0) ^
    (keys[device] ?? 0) ^
    (heartbeatMinutes[device] ?? 0) ^
    (project[device] ?? 0) ^
    (cohort[device] ?? 0) ^
    (blueprint[device] ?? 0) ^
    (tagSet[device] ?? 0)
  );
}

function readTarget({ components, targets }: RolloutState, row: number, device: number): number {
  const { attempt, failure, flags, instants, phase, reason, revision, substate } = targets;
  const at = row * INSTANT_WORDS;
  return (
    (substate[row] ?? 0) ^
    (attempt[row] ?? 0) ^
    (phase[row] ?? 0) ^
    (reason[row] ?? 0) ^
    (flags[row] ?? 0) ^
    (failure[row] ?? 0) ^
    (revision[row] ?? 0) ^
    (targets.device[row] ?? 0) ^
    (instants.words[at] ?? 0) ^
    (instants.words[at + INSTANT_WORDS - 1] ?? 0) ^
    (components[0]?.about.reported.words[device * REPORT_WORDS] ?? 0)
  );
}
