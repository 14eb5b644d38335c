import { setupWorker } from "msw/browser";
import { http } from "msw/http";
import { electedLine } from "./elected-line.ts";
import { sharedLine } from "./shared-line.ts";
import { trustedWorkerUrl } from "./trusted-worker-url.ts";
import { tabChoiceOf } from "./world-choice.ts";

/**
 * Puts the mock backend behind `/v1` and `/device` of this page. Resolves when requests reach it; until then they
 * would reach whoever serves the page. The page shows nothing of this: errors are those of the requests.
 */
export async function startMockBackend(): Promise<void> {
  const { choice, actor } = tabChoiceOf(location.search, sessionStorage);
  const line = "SharedWorker" in globalThis ? sharedLine(choice.world) : electedLine(choice.world);
  const backend = http.all(backendAddresses(), async ({ request }) => {
    const { method, url, headers } = request;
    const body = method === "GET" || method === "HEAD" ? undefined : await request.arrayBuffer();
    const asked = { choice, method, url, headers: [...headers], wallNowMs: Date.now() };
    // A lost answer is a broken connection for whoever asked, as it would be with a real backend.
    return line({
      ...asked,
      ...(body === undefined ? {} : { body }),
      ...(actor === undefined ? {} : { actor }),
    }).catch(() => Response.error());
  });
  await registerServiceWorker();
  await setupWorker(backend).start({
    serviceWorker: { url: SERVICE_WORKER },
    onUnhandledFrame: "bypass",
    quiet: true,
  });
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
  const known = await navigator.serviceWorker.getRegistration(SERVICE_WORKER);
  if (known !== undefined) return;
  const controlled = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
  });
  await navigator.serviceWorker.register(trustedWorkerUrl(SERVICE_WORKER));
  if (navigator.serviceWorker.controller === null) await controlled;
}
