/**
 * The architecture, as a test: which layer may import which, and which packages it may use.
 * ARCHITECTURE.md explains this table; this file keeps it true.
 */
import { posix as path } from "node:path";
import { describe, expect, test } from "vitest";

type Row = { readonly layers: readonly string[]; readonly packages: readonly string[] };

const pixels = ["react", "@mui/*", "@emotion/*", "@fontsource-variable/*", "@tanstack/react-virtual"];
const pages = ["react-router", "react-hook-form", "@tanstack/react-query"];

/** A layer may import itself, the layers and the packages in its row, and nothing else. */
const table: Readonly<Record<string, Row>> = {
  "src/lib": { layers: [], packages: [] },
  "src/domain": { layers: ["src/lib"], packages: ["semver/*"] },
  "src/contract": { layers: ["src/lib", "src/domain"], packages: ["valibot", "cborg", "@noble/hashes/*"] },
  "src/api": {
    layers: ["src/lib", "src/domain", "src/contract"],
    packages: ["@tanstack/react-query", "openapi-fetch"],
  },
  "src/navigation": { layers: ["src/lib", "src/domain"], packages: ["react", "react-router"] },
  "src/ui": { layers: ["src/lib", "src/domain"], packages: pixels },
  "src/features": {
    layers: ["src/lib", "src/domain", "src/api", "src/navigation", "src/ui"],
    packages: [...pixels, ...pages],
  },
  "src/app": {
    layers: ["src/lib", "src/api", "src/navigation", "src/ui", "src/features"],
    packages: [...pixels, ...pages, "react-router/dom", "react-dom/client"],
  },
  "src/site": { layers: ["src/lib"], packages: ["node:*"] },
  "mocks/engine/bench": { layers: ["src/lib", "src/domain", "mocks/engine"], packages: ["node:*"] },
  "mocks/engine/invariants": {
    layers: ["src/lib", "src/domain", "mocks/engine", "mocks/backend"],
    packages: ["fast-check"],
  },
  "mocks/engine": { layers: ["src/lib", "src/domain"], packages: [] },
  "mocks/seed": { layers: ["src/lib", "src/domain", "mocks/engine"], packages: [] },
  "mocks/backend": {
    layers: ["src/lib", "src/domain", "src/contract", "mocks/engine", "mocks/seed"],
    packages: ["hono", "hono/*", "temporal-polyfill"],
  },
  "mocks/doors": {
    layers: ["mocks/backend", "mocks/seed"],
    packages: ["msw/*", "@hono/node-server", "idb", "node:*", "vite", "yaml"],
  },
  e2e: {
    layers: ["src/domain", "src/site", "mocks/seed", "mocks/doors"],
    packages: ["@playwright/test", "@axe-core/playwright", "node:*"],
  },
};

/** The one import that leads from the console to the mock backend: dynamic, and gone from a build without the mock. */
const door = "src/app/main.tsx -> mocks/doors/browser.ts";

const loaded = import.meta.glob<string>(
  [
    "../{src,mocks,e2e}/**/*.{ts,tsx}",
    "!**/*.spec.{ts,tsx}",
    "!./ui/mounted.ts",
    "!**/*.gen.ts",
    "!**/*.d.ts",
    "!**/codegen/**",
  ],
  { query: "?raw", import: "default", eager: true },
);
/** Source text by path from the repository's root, e.g. "src/domain/manifest.ts". */
const sources = Object.entries(loaded).map(([file, text]) => ({ file: path.join("src", file), text }));

const layerOf = (file: string) => Object.keys(table).find((layer) => file.startsWith(`${layer}/`));
const featureOf = (file: string) => /^src\/features\/([^/]+)\//.exec(file)?.[1];

/** "#domain/x.ts" and "../x.ts" become repository paths; package names stay as they are. */
function targetOf(from: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, "");
  if (/^#(mocks|e2e)\//.test(bare)) return bare.slice(1);
  if (bare.startsWith("#")) return `src/${bare.slice(1)}`;
  return bare.startsWith(".") ? path.join(path.dirname(from), bare) : bare;
}

const IMPORT = /^(?:import|export)\b(?:[^"';]*?\bfrom)?\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
const imports = sources.flatMap(({ file, text }) =>
  [...text.matchAll(IMPORT)].map(([, fixed, dynamic]) => {
    const specifier = fixed ?? dynamic ?? "";
    return { from: file, specifier, to: targetOf(file, specifier), isDynamic: dynamic !== undefined };
  }),
);
const arrow = ({ from, to }: (typeof imports)[number]) => `${from} -> ${to}`;
const arrows = (crossings: typeof imports) => crossings.map(arrow).filter((crossing) => crossing !== door);

function permits({ layers, packages }: Row, layer: string, to: string): boolean {
  const target = layerOf(to);
  if (target !== undefined) return target === layer || layers.includes(target);
  return packages.some((name) => (name.endsWith("*") ? to.startsWith(name.slice(0, -1)) : to === name));
}

describe("the layers", () => {
  test("every source file belongs to one", () => {
    expect(sources.map(({ file }) => file).filter((file) => layerOf(file) === undefined)).toEqual([]);
  });

  test.each(Object.entries(table))("%s imports only what its row allows", (layer, row) => {
    const own = imports.filter(({ from }) => layerOf(from) === layer);
    expect(arrows(own.filter(({ to }) => !permits(row, layer, to)))).toEqual([]);
  });

  test("one feature never imports another", () => {
    const crossing = imports.filter(({ from, to }) => {
      const [own, other] = [featureOf(from), featureOf(to)];
      return own !== undefined && other !== undefined && own !== other;
    });
    expect(arrows(crossing)).toEqual([]);
  });

  test("the mock backend enters the console by one dynamic import only", () => {
    const entries = imports.filter(({ from, to }) => from.startsWith("src/") && to.startsWith("mocks/"));
    expect(entries.map((entry) => [arrow(entry), entry.isDynamic])).toEqual([[door, true]]);
  });

  test("a layer is entered by its #alias, and left by no relative path", () => {
    const strays = imports.filter(
      ({ from, specifier, to }) => specifier.startsWith(".") && layerOf(from) !== layerOf(to),
    );
    expect(arrows(strays)).toEqual([]);
  });

  test("the domain, the engine and the seeds are handed the time and their chances, and never look for them", () => {
    const looks = /Date\.now|new Date\(\)|Math\.random|crypto\.|performance\.|setTimeout|setInterval|\bfetch\(/;
    const pure = sources.filter(({ file }) => /^(src\/(lib|domain)|mocks\/(engine(?!\/bench)|seed))\//.test(file));
    expect(pure.filter(({ text }) => looks.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe("the files", () => {
  const named = (pattern: RegExp) => sources.map(({ file }) => file).filter((file) => pattern.test(file));
  const holding = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

  test("can each be read in one sitting (300 lines)", () => {
    expect(sources.filter(({ text }) => text.trimEnd().split("\n").length > 300).map(({ file }) => file)).toEqual([]);
  });

  test("are named in kebab-case after what they hold, and none holds what has no name", () => {
    expect(named(/\/[^/]*[A-Z_][^/]*$/)).toEqual([]);
    expect(named(/\/(utils?|common|shared|helpers?|misc|index)(\/|\.tsx?$)/)).toEqual([]);
  });

  test("export by name, no defaults, and no values of another file", () => {
    expect(holding(/^export default/m)).toEqual(["e2e/playwright.config.ts"]);
    expect(holding(/^export\s+(?:\*|\{[^}]*\})[^;]*?\bfrom\b/m)).toEqual([]);
  });

  test("import files by their whole name", () => {
    const local = imports.filter(({ specifier }) => /^[.#]/.test(specifier));
    expect(local.filter(({ to }) => !/\.(tsx?|json|css|svg|woff2)$/.test(to)).map(arrow)).toEqual([]);
  });
});
