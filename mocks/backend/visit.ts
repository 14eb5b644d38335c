import type { Context, Hono } from "hono";
import { isProblem } from "#domain/problem.ts";
import type { Command } from "#mocks/engine/command.ts";
import { execute } from "#mocks/engine/execute.ts";
import type { Facts } from "#mocks/engine/facts.ts";
import type { World } from "#mocks/engine/world.ts";
import type { Beginning, Host } from "./host.ts";
import { fieldsOf, type Fields } from "./read-body.ts";
import { word } from "./read-query.ts";
import { Refusal } from "./refusal.ts";

/** One request on its way through the backend. */
export type Visit = {
  readonly host: Host;
  /** Who acts, as the host of the backend says. */
  readonly actor: string;
  readonly wallMs: number;
  /** The seed and epoch that whoever asks would have the world begin with. */
  readonly wanted: Beginning;
  /** What the request has done so far; becomes one entry of the log. */
  readonly commands: Command[];
  /** What is to be done once that entry would survive a crash, e.g. to forget what was only needed until then. */
  readonly afterwards: (() => Promise<void>)[];
  /** The body of a write, read whole before its turn comes. */
  body: Uint8Array<ArrayBuffer>;
};

/** What Hono carries for us. */
export type AppEnv = { Bindings: { visit: Visit } };
/** The backend's app. */
export type App = Hono<AppEnv>;
/** A request in a handler. */
export type Call = Context<AppEnv>;

/** The world as it stands for this request. */
export function worldOf(call: Call): World {
  return call.env.visit.host.world;
}

/** The JSON object of the request's body; of a PUT with an `updateMask`, the fields that it names. Source: Golioth. */
export function bodyOf(call: Call): Fields {
  const fields = fieldsOf(call.env.visit.body, call.req.header("content-type"));
  const mask = call.req.method === "PUT" ? word(queryOf(call), "updateMask")?.split(",") : undefined;
  if (mask === undefined) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => mask.some((named) => named.trim() === name)));
}

/** The parameters of the request's URL. */
export function queryOf(call: Call): URLSearchParams {
  return new URL(call.req.url).searchParams;
}

/**
 * Has the engine do something, now, by whoever acts.
 * @throws a Refusal with the engine's problem, when it refuses.
 */
export function perform(call: Call, command: Command): Facts["facts"] {
  const { host, actor, commands } = call.env.visit;
  const outcome = execute(host.world, command, { actor, atMs: host.world.nowMs });
  if (isProblem(outcome)) throw new Refusal(outcome);
  commands.push(command);
  return outcome.facts;
}
