import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { mockServiceWorker } from "./mocks/doors/service-worker-plugin.ts";

/** What answers `/v1` and `/device`: the mock inside the page, or whatever is behind the same origin. */
type Backend = "mock" | "http";

/** `--mode demo` and `--mode console` are the two builds; the dev server has the mock unless BACKEND names an origin. */
function backendOf(mode: string, backendOrigin: string | undefined): Backend {
  if (mode === "demo") return "mock";
  if (mode === "console") return "http";
  return backendOrigin === undefined ? "mock" : "http";
}

export default defineConfig(({ mode }) => {
  const backendOrigin = process.env["BACKEND"];
  const backend = backendOf(mode, backendOrigin);
  const proxy = backendOrigin === undefined ? {} : { "/v1": backendOrigin, "/device": backendOrigin };

  return {
    plugins: [react({ compiler: true }), ...(backend === "mock" ? [mockServiceWorker()] : [])],
    define: { __BACKEND__: JSON.stringify(backend) },
    resolve: {
      // MSW asks the public suffix list, 110 KB of it, for the one origin the page has.
      alias: { tldts: fileURLToPath(new URL("mocks/doors/tldts.ts", import.meta.url)) },
    },
    worker: { format: "es" },
    build: {
      outDir: `dist/${mode}`,
      emptyOutDir: true,
      target: "baseline-widely-available",
      modulePreload: { polyfill: false },
      // The content security policy lets fonts come from files only.
      assetsInlineLimit: 0,
      rolldownOptions: {
        // How long plugins took is no news to whoever starts the console.
        checks: { pluginTimings: false },
        output: {
          // A page with the mock loads every file through its service worker, and each file is a round trip: what the
          // first paint needs is one chunk, and what several pages share is in few.
          codeSplitting: {
            groups: [
              { name: "console", tags: ["$initial"], priority: 2 },
              // Small pieces of the first page, which in a chunk with others would bring along what those need.
              { name: "figures", test: /(stacked-bar|cohort-sentence|sentence-parts|lib.assert)\.tsx?$/, priority: 1 },
              // What several pages share is put together by who uses it, and two such chunks may come to need each other.
              // Layers never do, so those whose values are made as they load stand apart from the pages; what only the
              // compose page asks of a plan is too much for all others.
              {
                name: "rules",
                test: /src\/(contract|domain|lib)\/(?!plan-(request|problem|limits|phases|refusal))/,
                minShareCount: 2,
                priority: 1,
              },
              { name: "pages", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 3_000 },
            ],
          },
          // Rolldown names a shared chunk after all that share it.
          chunkFileNames: ({ name }) => `assets/${name.startsWith("pages~") ? "shared" : "[name]"}-[hash].js`,
        },
      },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 700,
    },
    server: { host: "127.0.0.1", strictPort: true, proxy },
    test: {
      include: ["src/**/*.spec.{ts,tsx}", "mocks/**/*.spec.{ts,tsx}"],
      environment: "node",
      // Properties and the HTTP suites take seconds on a busy machine; a hang is still a failure.
      testTimeout: 60_000,
    },
  };
});
