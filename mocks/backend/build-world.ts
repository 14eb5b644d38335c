import { sha256Hex } from "#contract/sha256.ts";
import { isProblem } from "#domain/problem.ts";
import { execute } from "#mocks/engine/execute.ts";
import { openWorld, type World } from "#mocks/engine/world.ts";
import type { SeededFile, WorldSpec } from "#mocks/seed/world-spec.ts";
import { seededBytes } from "./seeded-bytes.ts";
import { advanceTold } from "./window-facts.ts";

/** A world as it stands at its epoch: its whole past is run through the engine, nothing of it is made up. */
export function buildWorld(spec: WorldSpec, seed: string, epochMs: number): World {
  const { name, organizationName, beginsBeforeMs } = spec;
  const world = openWorld({ name, seed, epochMs: epochMs - beginsBeforeMs, organizationName });
  spec.build({
    world,
    epochMs,
    act: (agoMs, actor, command) => {
      const atMs = Math.max(world.nowMs, epochMs - agoMs);
      advanceTold(world, atMs);
      const outcome = execute(world, command, { actor, atMs });
      if (!isProblem(outcome)) return outcome.facts;
      throw new Error(`World "${name}" cannot be built: ${command.kind} was refused (${outcome.message})`);
    },
    file: seededFile,
  });
  advanceTold(world, epochMs);
  return world;
}

function seededFile(seed: string, sizeBytes: number, mcuboot: boolean): SeededFile {
  return {
    sizeBytes,
    sha256: sha256Hex(seededBytes({ seed, mcuboot }, sizeBytes)),
    type: mcuboot ? "mcuboot" : "default",
    content: { kind: "seeded", seed, mcuboot },
  };
}
