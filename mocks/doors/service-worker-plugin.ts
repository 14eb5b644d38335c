import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const FILE_NAME = "mockServiceWorker.js";

/** What the service worker does besides MSW's part. */
const BESIDES = `// The files of the build and the pages themselves never need the mock. Browsers without static routing ask the page
// about each, as before.
addEventListener("install", (event) => {
  const past = (pathname) => ({ condition: { urlPattern: { pathname } }, source: "network" });
  event.waitUntil(Promise.resolve(event.addRoutes?.(["/", "/assets/*", "/projects/*"].map(past))));
});
// MSW would unregister the worker with the last page, and that page is often only on its way to a reload: the next one
// would find a worker that is just going. A worker without pages lets everything through.
self.registration.unregister = () => Promise.resolve(true);
`;

/**
 * Serves and emits the service worker of the mock: MSW's, told to keep out of what is not its own. Stands in for
 * `msw/vite`, which has no place to say so.
 */
export function mockServiceWorker(): Plugin {
  const original = createRequire(import.meta.url).resolve(`msw/${FILE_NAME}`);
  const source = `${BESIDES}${readFileSync(original, "utf8")}`;
  return {
    name: "slipway-mock-service-worker",
    configureServer(server) {
      server.middlewares.use(`/${FILE_NAME}`, (_, response) => {
        response.setHeader("content-type", "text/javascript; charset=utf-8");
        response.setHeader("cache-control", "no-cache");
        response.end(source);
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: FILE_NAME, source });
    },
  };
}
