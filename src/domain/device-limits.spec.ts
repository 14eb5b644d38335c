import { describe, expect, test } from "vitest";
import { deviceLimitWarnings, manifestBytesAtMost } from "./device-limits.ts";
import type { PackageId } from "./ids.ts";

const main = "main" as PackageId;
const component = (packageId: string, version: string, from: readonly string[] = []) => ({
  packageId: packageId as PackageId,
  version,
  from,
});
const warningsOf = (...components: ReturnType<typeof component>[]) => deviceLimitWarnings(components, main);

describe("what stock devices cannot read is said", () => {
  test("nothing about one short main package", () => {
    expect(warningsOf(component("main", "2.4.1", ["2.3.0"]))).toEqual([]);
    expect(warningsOf(component("main", "1234567890123456", ["1"]))).toEqual([]);
  });

  test("a version of 17 characters", () => {
    expect(warningsOf(component("main", "12345678901234567"))).toEqual([
      "The version 12345678901234567 of main is longer than 16 characters: stock devices ignore the whole manifest.",
    ]);
  });

  test("a name of 17 characters, alone in a project without a main package", () => {
    expect(deviceLimitWarnings([component("firmware-of-board", "1")], undefined)).toEqual([
      "The package name firmware-of-board is longer than 16 characters: stock devices ignore the whole manifest.",
    ]);
  });

  test("name, current and target over 45 characters together, not at 45", () => {
    const from = "123456789012345678901234567";
    expect(warningsOf(component("main", "12345678901234", [from]))).toEqual([]);
    expect(warningsOf(component("main", "123456789012345", [from, "1"]))).toEqual([
      "The name main, the version it runs and 123456789012345 are over 45 characters together: " +
        "stock devices cannot report on the update.",
    ]);
  });

  test("more than one package, and that the others may never be proven", () => {
    expect(warningsOf(component("main", "2", ["1"]), component("modem", "2", ["1"]))).toEqual([
      "The deployment has 2 packages: a device built for fewer (1 in stock code) ignores the whole manifest.",
      "Stock devices report one package only: whether modem arrived may never be proven.",
    ]);
  });

  test("a package that every device already reports needs no proof", () => {
    expect(warningsOf(component("main", "2", ["1"]), component("modem", "2", ["2"]))).toEqual([
      "The deployment has 2 packages: a device built for fewer (1 in stock code) ignores the whole manifest.",
    ]);
  });

  test("a manifest over 1,024 bytes", () => {
    const eight = Array.from({ length: 8 }, (_, index) => component(`package-${index}`, "1.0.0", ["1.0.0"]));
    expect(warningsOf(...eight).at(-1)).toBe(
      "The manifest takes up to 1072 bytes: over CoAP devices cannot read more than 1024.",
    );
  });
});

test("the size of a manifest of one component is at most that of its CBOR", () => {
  // {1: 2^63 - 1, 2: 64 characters, 3: [{1: "main", 2: "1.0.0", 3: 64 characters, 4: 2^32 - 1, 5: "/.u/c/main@1.0.0", 6: "mcuboot"}]}
  expect(manifestBytesAtMost([component("main", "1.0.0")])).toBe(80 + 114);
});
