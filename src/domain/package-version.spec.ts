import { expect, test } from "vitest";
import { isPackageVersion } from "./package-version.ts";

test.each([
  ["main@2.0.0", true],
  ["ca-certs@2024-Q4", true],
  ["main@@", true],
  ["main@ ", true],
  ["main", false],
  ["main@", false],
  ["@2.0.0", false],
  ["@", false],
  ["", false],
])("%j names a version of a package: %s", (text, is) => {
  expect(isPackageVersion(text)).toBe(is);
});
