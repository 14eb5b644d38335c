import { isProblem, type Problem } from "#domain/problem.ts";
import { problemAnswer } from "./answer.ts";
import { parserRefusal } from "./parser-refusal.ts";
import { createRouter } from "./router.ts";
import { catchUp, keepClock, type Beginning, type Host } from "./host.ts";
import { openHost, type WorldOptions } from "./open-host.ts";
import { spoiling } from "./spoilt-answers.ts";
import type { Visit } from "./visit.ts";

/** How a backend is set up. `wallNow` and `actor` may be overridden a request by whoever forwards it. */
export type BackendOptions = WorldOptions & {
  readonly wallNow: () => number;
  /** Who acts when nobody else is named; default `operator@example.com`. */
  readonly actor?: string;
  /** When given, every request to `/v1` must carry it. */
  readonly apiKey?: string;
};

/** What the one that forwards a request knows of it: the page's clock, who sits before it, and which world it asked for. */
type Forwarded = { readonly wallNowMs?: number; readonly actor?: string; readonly wanted?: Beginning };

/** A backend that answers requests. */
export type Backend = {
  /** Resolves when the world is open; rejects when it cannot be. */
  readonly ready: Promise<void>;
  /** Answers any request. @throws LostAnswer when a fault loses the answer on the way. */
  readonly fetch: (request: Request, forwarded?: Forwarded) => Promise<Response>;
  /** The host may be about to end: keeps a checkpoint, when there is something to keep. Never rejects. */
  readonly leaving: () => Promise<void>;
  /** The answer to what an HTTP parser turned away before it became a request. */
  readonly refuse: (thrown: unknown) => Promise<Response>;
};

/** Who acts where the host of a backend says nothing. */
const DEFAULT_ACTOR = "operator@example.com";

/** The whole mock backend: a world behind `fetch`, for a Worker, a test or a real HTTP server. */
export function createBackend(options: BackendOptions): Backend {
  const router = createRouter();
  const opening = openHost(options, options.wallNow());
  const ready = opening.then(() => undefined);
  // Whoever waits for `ready` or asks something hears of a failure; nobody else needs to.
  ready.catch(() => undefined);
  return {
    ready,
    fetch: async (request, forwarded = {}) => {
      const host = await opening.catch(problemOfOpening);
      if (isProblem(host)) return problemAnswer(host);
      const wallMs = forwarded.wallNowMs ?? options.wallNow();
      await catchUp(host, wallMs);
      await keepClock(host, wallMs);
      const actor = forwarded.actor ?? options.actor ?? DEFAULT_ACTOR;
      const visit = visitOf({ host, actor, wallMs, wanted: forwarded.wanted ?? options });
      const answer = isAdmitted(request, options.apiKey)
        ? await spoiling(host, request, async () => router.fetch(request, { visit }))
        : problemAnswer({ problem: "unauthenticated", message: "The API key is missing or wrong." });
      host.checkpoints.noticed();
      return dated(answer, host);
    },
    leaving: async () => {
      const host = await opening.catch(problemOfOpening);
      if (!isProblem(host)) await host.checkpoints.leaving();
    },
    refuse: async (thrown) => {
      const host = await opening.catch(problemOfOpening);
      if (isProblem(host)) return problemAnswer(host);
      await catchUp(host, options.wallNow());
      return dated(parserRefusal(thrown), host);
    },
  };
}

/** Why the world is not there, as every request is told: whoever chose it must choose again. */
function problemOfOpening(error: unknown): Problem {
  return { problem: "unavailable", message: error instanceof Error ? error.message : String(error) };
}

function visitOf(known: Pick<Visit, "host" | "actor" | "wallMs" | "wanted">): Visit {
  return { ...known, commands: [], afterwards: [], body: new Uint8Array() };
}

function isAdmitted(request: Request, apiKey: string | undefined): boolean {
  if (apiKey === undefined || !new URL(request.url).pathname.startsWith("/v1/")) return true;
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  return request.headers.get("x-api-key") === apiKey || bearer === apiKey;
}

function dated(answer: Response, host: Host): Response {
  const headers = new Headers(answer.headers);
  headers.set("x-slipway-now", new Date(host.world.nowMs).toISOString());
  headers.set("cache-control", "no-store");
  headers.set("x-content-type-options", "nosniff");
  return new Response(answer.body, { status: answer.status, headers });
}
