import * as v from "valibot";
import type { DoneBy } from "#domain/deployment-event.ts";

/** Who or what did something, on the wire. */
export const doneBy = v.union([
  v.object({ actor: v.string() }),
  v.object({ rule: v.string() }),
]) satisfies v.GenericSchema<unknown, DoneBy>;
