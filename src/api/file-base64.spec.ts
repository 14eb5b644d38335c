import { expect, test } from "vitest";
import { base64Of } from "./file-base64.ts";

test.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])("a file of %i bytes", async (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) % 256);
  expect(await base64Of(new Blob([bytes]))).toBe(Buffer.from(bytes).toString("base64"));
});
