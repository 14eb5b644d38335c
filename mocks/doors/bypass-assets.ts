import type { Plugin } from "vite";

const SERVICE_WORKER = "mockServiceWorker.js";

/** What the service worker does besides MSW's part. */
const BESIDES = `// The files of the build never need the mock. Browsers without static routing ask the page about each, as before.
addEventListener("install", (event) => {
  const files = { condition: { urlPattern: { pathname: "/assets/*" } }, source: "network" };
  event.waitUntil(Promise.resolve(event.addRoutes?.(files)));
});
// MSW would unregister the worker with the last page, and that page is often only on its way to a reload: the next one
// would find a worker that is just going. A worker without pages lets everything through.
self.registration.unregister = () => Promise.resolve(true);
`;

/** Lets the service worker that MSW's plugin emits keep out of what is not its own; stands after it in the list. */
export function bypassAssets(): Plugin {
  return {
    name: "slipway-bypass-assets",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const worker = bundle[SERVICE_WORKER];
        if (worker?.type === "asset") worker.source = `${BESIDES}${String(worker.source)}`;
      },
    },
  };
}
