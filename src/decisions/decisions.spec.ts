/** The records keep to their form, and no dependency comes without its reason. */
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import dependencies from "./0002-dependencies.md?raw";

const records = import.meta.glob<string>("./*.md", { query: "?raw", import: "default", eager: true });

test("every dependency has a row with its reason", () => {
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const reasoned = dependencies
    .split("\n")
    .flatMap((row) => (row.split("|")[1] ?? "").split(",").map((name) => name.trim()));
  expect(names.filter((name) => !reasoned.includes(name))).toEqual([]);
});

test("the console has at most 20 direct runtime dependencies", () => {
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(20);
});

test("a record is numbered, titled and at most 40 lines long", () => {
  const malformed = Object.entries(records).filter(
    ([file, text]) =>
      !/^\.\/\d{4}-[a-z0-9-]+\.md$/.test(file) || !text.startsWith("# ") || text.trimEnd().split("\n").length > 40,
  );
  expect(malformed.map(([file]) => file)).toEqual([]);
});
