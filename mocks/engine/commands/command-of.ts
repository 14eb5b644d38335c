import type { Command } from "../command.ts";

/** One kind of command. */
export type CommandOf<Kind extends Command["kind"]> = Extract<Command, { kind: Kind }>;
