import "./sure-local-storage.ts";
import { setupWorker } from "msw/browser";
import { http } from "msw/http";
import { electedLine } from "./elected-line.ts";
import { ownLine } from "./own-line.ts";
import { sharedLine } from "./shared-line.ts";
import { trustedWorkerUrl } from "./trusted-worker-url.ts";
import { forgetTabChoice, tabChoiceOf, type TabChoice, type TabStorage } from "./world-choice.ts";
import type { Line } from "./worker-protocol.ts";

/**
 * Puts the mock backend behind `/v1` and `/device` of this page. Resolves when requests reach it; until then they
 * would reach whoever serves the page. The page shows nothing of this: errors are those of the requests.
 */
export async function startMockBackend(): Promise<void> {
  const storage = tabStorage();
  const tab = tabChoiceOf(location.search, storage);
  const servesThePage = await isServiceWorkerAllowed();
  const line = servesThePage ? lineToWorld(tab.choice.world) : ownLine();
  // The world takes longest to be ready, so it is asked for first. `askOrFail` never rejects.
  void askOrFail(line, tab, firstRequest(tab.choice)).then(({ ok }) => (ok ? undefined : forgetTabChoice(storage)));
  sayWhenLeaving(line);
  if (!servesThePage) return answerInThePage(line, tab);
  await registerServiceWorker();
  await setupWorker(http.all(backendAddresses(), ({ request }) => askOrFail(line, tab, request))).start({
    serviceWorker: { url: SERVICE_WORKER },
    onUnhandledFrame: "bypass",
    quiet: true,
  });
}

function lineToWorld(world: string): Line {
  return "SharedWorker" in globalThis ? sharedLine(world) : electedLine(world);
}

/** A browser that forbids a site all storage forbids it service workers, shared workers and locks, too. */
async function isServiceWorkerAllowed(): Promise<boolean> {
  try {
    await navigator.serviceWorker.getRegistration(SERVICE_WORKER);
    return true;
  } catch {
    return false;
  }
}

/** The page asks its own worker instead of the network. What the browser itself asks for, a download, does not get there. */
function answerInThePage(line: Line, tab: TabChoice): void {
  const overTheNetwork = globalThis.fetch;
  const ours = backendAddresses();
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    return ours.test(request.url) ? askBy(line, tab, request) : overTheNetwork(request);
  };
}

/** A worker hears nothing of its end, so each page that is hidden or goes says so: it may be the last. */
function sayWhenLeaving({ leave }: Line): void {
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : undefined));
  addEventListener("pagehide", leave);
}

/** Absent where the browser forbids storage: even to name it throws then. */
function tabStorage(): TabStorage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** A world that another tab has opened already must be told of the speed that this address asks for. */
function firstRequest({ speed }: TabChoice["choice"]): Request {
  if (speed === undefined) return new Request("/v1/world");
  const headers = { "content-type": "application/json" };
  return new Request("/v1/world", { method: "PUT", headers, body: JSON.stringify({ speed }) });
}

/** Asks the world. A lost answer is a broken connection, as it would be with a real backend; MSW wants it as a value. */
function askOrFail(line: Line, tab: TabChoice, request: Request): Promise<Response> {
  return askBy(line, tab, request).catch(() => Response.error());
}

/** Asks the world. @throws TypeError, as `fetch` does, when the answer is lost. */
async function askBy(line: Line, { choice, actor }: TabChoice, request: Request): Promise<Response> {
  const { method, url, headers } = request;
  const body = method === "GET" || method === "HEAD" ? undefined : await request.arrayBuffer();
  const said = { ...(body === undefined ? {} : { body }), ...(actor === undefined ? {} : { actor }) };
  const asked = { choice, method, url, headers: [...headers], wallNowMs: Date.now(), ...said };
  return line.ask(asked);
}

const SERVICE_WORKER = `${import.meta.env.BASE_URL}mockServiceWorker.js`;

function backendAddresses(): RegExp {
  return new RegExp(`^${location.origin.replaceAll(".", "\\.")}/(v1|device)/`);
}

/**
 * Registers the service worker before MSW does: MSW names it by a plain text, which Trusted Types refuse. MSW then
 * finds it registered. It would reload a page that no worker controls yet, so this waits until one does.
 */
async function registerServiceWorker(): Promise<void> {
  const { serviceWorker } = navigator;
  if ((await serviceWorker.getRegistration(SERVICE_WORKER)) !== undefined) return;
  const controlled = new Promise((resolve) => {
    serviceWorker.addEventListener("controllerchange", resolve, { once: true });
  });
  await serviceWorker.register(trustedWorkerUrl(SERVICE_WORKER));
  if (serviceWorker.controller === null) await controlled;
}
