import { advance } from "#mocks/engine/advance.ts";
import { execute } from "#mocks/engine/execute.ts";
import type { World } from "#mocks/engine/world.ts";
import type { Clock } from "./clock.ts";
import type { ActsEntry, KeptAnswer, LogEntry } from "./journal.ts";

/** What a log makes of a world: everything of a host that outlives it. Mutable; entries change it one by one. */
export type Lived = {
  readonly world: World;
  clock: Clock;
  readonly answers: Map<string, KeptAnswer>;
  lastEntryWallMs: number;
};

/** Lives through entries of a log, from where `lived` stands. What follows from them by itself happens again. */
export function replay(lived: Lived, entries: readonly LogEntry[]): Lived {
  for (const entry of entries) {
    lived.lastEntryWallMs = entry.wallMs;
    if (entry.kind === "clock") {
      const { worldMs, wallMs, speed, paused } = entry;
      lived.clock = { worldMs, wallMs, speed, paused };
    }
    if (entry.kind === "acts") actAgain(lived.world, entry);
    if (entry.kind === "acts" && entry.answer !== undefined) lived.answers.set(entry.answer.scope, entry.answer);
  }
  return lived;
}

function actAgain(world: World, { commands, actor, atMs }: ActsEntry): void {
  advance(world, Math.max(atMs, world.nowMs));
  for (const command of commands) execute(world, command, { actor, atMs: world.nowMs });
}
