import type { MiddlewareHandler } from "hono";
import { sha256Hex } from "#contract/sha256.ts";
import { catchUp, record } from "./host.ts";
import type { ActsEntry, KeptAnswer } from "./journal.ts";
import { scopeOfKey, standingOfKey } from "./kept-answers.ts";
import { bytesOfBody } from "./read-body.ts";
import { refusal, Refusal } from "./refusal.ts";
import type { AppEnv, Call } from "./visit.ts";

const KEY_MAX_LENGTH = 255;

/**
 * Wraps whatever may change the world: reads the body whole, lets one request at a time through, and writes what
 * it did, with the answer of a keyed one, to the journal before it is answered. A crash keeps both or neither.
 */
export function recordedWrites(maxBytes: number): MiddlewareHandler<AppEnv> {
  return async (call, next) => {
    const { visit } = call.env;
    visit.body = await bytesOfBody(call.req.raw, maxBytes);
    const keyed = keyOf(call);
    if (keyed === undefined) return visit.host.turn(() => recorded(call, next));
    const { kept, turn } = visit.host;
    const standing = standingOfKey(kept, { ...keyed, wallMs: visit.wallMs });
    if (standing.kind === "running") throw stillRunning();
    if (standing.kind === "other-payload") {
      throw refusal("unprocessable", "This key was used for another request.", "Idempotency-Key");
    }
    if (standing.kind === "repeat") return repeated(standing.answer);
    kept.running.add(keyed.scope);
    try {
      return await turn(() => recorded(call, next, keyed));
    } finally {
      kept.running.delete(keyed.scope);
    }
  };
}

/** Whoever asks again in a while gets the first answer. */
function stillRunning(): Refusal {
  const message = "The first request with this key is still running.";
  return new Refusal({ problem: "conflict", message }, { "retry-after": "1" });
}

type Keyed = { readonly scope: string; readonly payload: string };

async function recorded(call: Call, next: () => Promise<void>, keyed?: Keyed): Promise<void> {
  const { visit } = call.env;
  const { host, actor, wallMs, commands } = visit;
  await catchUp(host, wallMs);
  host.acting = true;
  try {
    await next();
    const answer = keyed !== undefined && call.res.ok ? await answerToKeep(call, keyed) : undefined;
    if (answer !== undefined) host.kept.answers.set(answer.scope, answer);
    if (commands.length === 0 && answer === undefined) return;
    const entry: ActsEntry = { kind: "acts", atMs: host.world.nowMs, wallMs, actor, commands };
    await record(host, answer === undefined ? entry : { ...entry, answer });
    for (const step of visit.afterwards) await step();
  } finally {
    host.acting = false;
  }
}

function keyOf(call: Call): Keyed | undefined {
  const key = call.req.header("idempotency-key");
  // Devices send none: what one says twice is heard twice.
  if (key === undefined || call.req.method !== "POST" || call.req.path.startsWith("/device/")) return undefined;
  if (key === "" || key.length > KEY_MAX_LENGTH) {
    throw refusal("invalid", `A key has 1 to ${KEY_MAX_LENGTH} characters.`, "Idempotency-Key");
  }
  const { actor, body } = call.env.visit;
  const { pathname, search } = new URL(call.req.url);
  const payload = sha256Hex(body) + search;
  return { scope: scopeOfKey({ actor, method: call.req.method, path: pathname, key }), payload };
}

async function answerToKeep(call: Call, keyed: Keyed): Promise<KeptAnswer> {
  const { status, headers } = call.res;
  const body = await call.res.clone().text();
  return { ...keyed, status, headers: [...headers], body, wallMs: call.env.visit.wallMs };
}

function repeated({ status, headers, body }: KeptAnswer): Response {
  return new Response(body, { status, headers: headers.map(([name, value]): [string, string] => [name, value]) });
}
