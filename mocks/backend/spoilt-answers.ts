import type { SpoiltAnswer } from "#domain/world.ts";
import { assertNever } from "#lib/assert.ts";
import { fnv1a, mix32 } from "#lib/hash.ts";
import { problemAnswer } from "./answer.ts";
import type { Host } from "./host.ts";

/** An answer that a fault lost on the way. A host turns it into a broken connection. */
export class LostAnswer extends TypeError {
  constructor() {
    super("The answer was lost on the way.");
    this.name = "LostAnswer";
  }
}

/**
 * Answers a request as the world's faults have it: late, spoilt, or not at all. `/v1/world` is always spared, so that
 * faults can be taken away again.
 * @throws LostAnswer
 */
export async function spoiling(host: Host, request: Request, answer: () => Promise<Response>): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/v1/world" || pathname.startsWith("/v1/world/")) return answer();
  const { latencyMs } = host.world.faults;
  if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
  const [next] = isAct(request) ? host.nextAnswers : [];
  if (next !== undefined) host.nextAnswers = host.nextAnswers.slice(1);
  const how = next ?? drawn(host);
  return how === undefined ? answer() : spoilt(how, answer);
}

/** Impacts and previews are posted, because they are long, and yet only ask: pages do so at times that nobody chose. */
function isAct({ method, url }: Request): boolean {
  const asks = /\/(impact|filter-preview)$/.test(new URL(url).pathname);
  return method !== "GET" && method !== "HEAD" && method !== "OPTIONS" && !asks;
}

function drawn(host: Host): SpoiltAnswer | undefined {
  const { errorPercent, dropBeforePercent, dropAfterPercent } = host.world.faults;
  host.requests += 1;
  const draw = (what: string) => mix32(fnv1a(`${host.seed}/${host.requests}/${what}`)) / 2 ** 32;
  if (draw("before") * 100 < dropBeforePercent) return "lost-before";
  if (draw("error") * 100 < errorPercent) return "error";
  return draw("after") * 100 < dropAfterPercent ? "lost-after" : undefined;
}

async function spoilt(how: SpoiltAnswer, answer: () => Promise<Response>): Promise<Response> {
  switch (how) {
    case "lost-before":
      throw new LostAnswer();
    case "lost-after":
      await answer();
      throw new LostAnswer();
    case "error":
      return problemAnswer({ problem: "unavailable", message: "The backend is out of order. Try again." });
    case "html":
      return new Response("<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>", {
        status: 502,
        headers: { "content-type": "text/html; charset=utf-8" },
      });
    case "truncated":
      return cutShort(await answer());
    default:
      return assertNever(how, "spoilt answer");
  }
}

async function cutShort(whole: Response): Promise<Response> {
  const text = await whole.text();
  const headers = new Headers(whole.headers);
  headers.delete("content-length");
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: whole.status, headers });
}
