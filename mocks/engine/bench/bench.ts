/**
 * `npm run bench:engine -- --sizes 1000,1000000 --runs 3`: what the engine costs at several sizes of fleet. Each run is
 * a process of its own, so that its memory is its own. Nothing is asserted: times depend on the machine and on what
 * else it does, so they are read beside those of another size in the same run.
 *
 * An event is what the simulation works through: a message of a device that the backend took in (an ask, a report, a
 * request for bytes), or a time limit of a target that came. They are counted while a rollout to every device lands on
 * a fleet in ordinary health, in its first simulated hour. "Planned" counts entries taken off the schedule instead: a
 * step of a device is one entry, and one to five messages.
 */
import { parseArgs } from "node:util";
import { sectionsOf, tableOf } from "./figures.ts";
import type { Measured } from "./measured.ts";
import { measureInOwnProcess } from "./own-process.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000,1000000" },
    runs: { type: "string", default: "3" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const runs = Number(values.runs);

if ([...sizes, runs].every((value) => Number.isInteger(value) && value > 0)) {
  run();
} else {
  console.error("--sizes is a list of whole numbers from 1, --runs is one.");
  process.exitCode = 1;
}

/** Round by round, so that a busy minute of the machine does not fall on one size alone. */
function run(): void {
  const measured = new Map<number, Measured[]>(sizes.map((size) => [size, []]));
  for (let round = 0; round < runs; round += 1) {
    for (const size of sizes) measured.get(size)?.push(measureInOwnProcess(size));
  }
  for (const section of sectionsOf(measured)) console.log(`\n${tableOf(section)}`);
}
