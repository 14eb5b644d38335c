import { expect, test } from "vitest";
import source from "./openapi.yaml?raw";
import { sha256Hex } from "./sha256.ts";
// The text of the file, which Vite gives as a default export.
// oxlint-disable-next-line import/default
import generated from "./wire.gen.ts?raw";

test("the generated types are those of openapi.yaml as it stands (else: npm run generate)", () => {
  const [firstLine] = generated.split("\n");
  expect(firstLine).toBe(`// openapi.yaml sha256 ${sha256Hex(new TextEncoder().encode(source))}`);
});
