/** One run of one size, in its own process: the number of devices is the argument, what was found goes to stdout as JSON. */
import { hours, minutes } from "#lib/duration.ts";
import { isProblem } from "#domain/problem.ts";
import { advance } from "#mocks/engine/advance.ts";
import { deviceIdAt } from "#mocks/engine/ids.ts";
import { pulseOf } from "#mocks/engine/read-pulse.ts";
import { listTargets } from "#mocks/engine/read-targets.ts";
import { benchFleet, replayDay, type BenchFleet } from "./bench-fleet.ts";
import type { Measured, Worked } from "./measured.ts";

const AGAIN = 10;

const devices = Number(process.argv[2]);
const empty = memory();
const measured = { ...rolledOut(benchFleet(devices)), replayedDayMs: replayedDayMs(benchFleet(devices)) };
process.stdout.write(JSON.stringify(measured));

function rolledOut(fleet: BenchFleet): Omit<Measured, "replayedDayMs"> {
  const { world, projectId } = fleet;
  const atRest = memory();
  const startedAtMs = performance.now();
  const deploymentId = fleet.deploy("2.0.0");
  const startMs = performance.now() - startedAtMs;
  const tellingMs = timed(() => advance(world, world.nowMs));
  const memories = [memory()];
  const stretches = [minutes(3), minutes(7), minutes(50)].map((stretchMs, at) => {
    const worked = work(fleet, stretchMs);
    if (at < 2) memories.push(memory());
    return worked;
  });
  memories.push(memory());
  work(fleet, hours(3));
  const quietHour = work(fleet, hours(1));
  const page = (no: number): number =>
    timed(() => {
      const filter = { buckets: ["succeeded", "failed"] } as const;
      const found = listTargets(world, projectId, deploymentId, { page: no, perPage: 50, filter, sort: "-since" });
      if (found === undefined || isProblem(found)) throw new Error("There is no page.");
    });
  const shown = Array.from({ length: 50 }, (_, at) => deviceIdAt(world.seedHash, at));
  const pulse = (): number => timed(() => pulseOf(world, projectId, deploymentId, { since: 1, deviceIds: shown }));
  return {
    devices,
    startMs,
    tellingMs,
    firstHour: stretches.reduce(together),
    quietHour,
    pageFirstMs: page(0),
    pageAgainMs: Array.from({ length: AGAIN }, (_, at) => page(at)),
    pulseMs: Array.from({ length: AGAIN }, pulse),
    memory: { empty, atRest, most: Math.max(...memories) },
  };
}

function replayedDayMs(fleet: BenchFleet): number {
  return timed(() => replayDay(fleet));
}

function work({ world }: BenchFleet, stretchMs: number): Worked {
  const { happened, messages, timeLimits } = world;
  const before = process.cpuUsage();
  const tookMs = timed(() => advance(world, world.nowMs + stretchMs));
  const { user, system } = process.cpuUsage(before);
  return {
    tookMs,
    workedMs: (user + system) / 1_000,
    messages: world.messages - messages,
    timeLimits: world.timeLimits - timeLimits,
    planned: world.happened - happened,
  };
}

function together(a: Worked, b: Worked): Worked {
  return {
    tookMs: a.tookMs + b.tookMs,
    workedMs: a.workedMs + b.workedMs,
    messages: a.messages + b.messages,
    timeLimits: a.timeLimits + b.timeLimits,
    planned: a.planned + b.planned,
  };
}

function timed(act: () => void): number {
  const beganAtMs = performance.now();
  act();
  return performance.now() - beganAtMs;
}

/** Twice, because what the first collection frees may hold buffers. */
function memory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
