import { expect, test } from "vitest";
import type { DeviceFacets } from "#domain/device.ts";
import { devicesSentence } from "./devices-words.ts";

function said(total: number, facets?: DeviceFacets, filtered = false): string {
  return devicesSentence(total, facets, filtered)
    .map(({ text }) => text)
    .join("");
}

const facets: DeviceFacets = {
  cohort: [
    { value: "c1", count: 2_000 },
    { value: "", count: 64 },
  ],
  blueprint: [
    { value: "b1", count: 2_000 },
    { value: "b2", count: 64 },
  ],
};

test("the sentence counts devices, hardware, and those without a cohort", () => {
  expect(said(2_064, facets)).toBe(
    "2,064 devices in 1 cohort, 2 kinds of hardware. 64 are in no cohort, so nothing is deployed to them.",
  );
});

test("when every device is in a cohort it says so", () => {
  expect(said(1, { cohort: [{ value: "c1", count: 1 }], blueprint: [] })).toBe(
    "1 device in 1 cohort, 0 kinds of hardware. It is in a cohort.",
  );
});

test("of a narrowed list it says how many match", () => {
  expect(said(1, undefined, true)).toBe("1 device matches.");
  expect(said(1_204, facets, true)).toBe("1,204 devices match.");
});

test("a backend that does not count leaves the number alone", () => {
  expect(said(12)).toBe("12 devices.");
});
