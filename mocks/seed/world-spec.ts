import type { ArtifactType } from "#domain/artifact.ts";
import type { Command, ContentSource } from "#mocks/engine/command.ts";
import type { Facts } from "#mocks/engine/facts.ts";
import type { World } from "#mocks/engine/world.ts";

/** A file made of a seed, with the facts about its bytes that a command needs. */
export type SeededFile = {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly type: ArtifactType;
  readonly content: ContentSource;
};

/** What a world is built with: it begins empty, `beginsBeforeMs` before its epoch, and everything in it is done to it. */
export type WorldTools = {
  readonly world: World;
  readonly epochMs: number;
  /**
   * Lets the world run until `agoMs` before its epoch and has somebody do something there.
   * @throws when the engine refuses: a seed that breaks the rules is a bug.
   */
  readonly act: (agoMs: number, actor: string, command: Command) => Facts["facts"];
  /** Makes the bytes of a file once, to know their hash. */
  readonly file: (seed: string, sizeBytes: number, mcuboot: boolean) => SeededFile;
};

/** A named world as data: what to say of it, how long its past is, and how to build it. */
export type WorldSpec = {
  readonly name: string;
  /** One line for people who choose a world. */
  readonly about: string;
  readonly organizationName: string;
  readonly beginsBeforeMs: number;
  readonly build: (tools: WorldTools) => void;
};
