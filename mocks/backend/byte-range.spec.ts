import { expect, test } from "vitest";
import { byteRangeOf } from "./byte-range.ts";

test.each([
  ["bytes=0-1023", { from: 0, to: 1_023 }],
  ["bytes=1024-2047", { from: 1_024, to: 2_047 }],
  ["bytes=4000-", { from: 4_000, to: 4_095 }],
  ["bytes=4000-9999", { from: 4_000, to: 4_095 }],
  ["bytes=-96", { from: 4_000, to: 4_095 }],
  ["bytes=-9999", { from: 0, to: 4_095 }],
  ["bytes=0-0", { from: 0, to: 0 }],
  ["bytes=4096-", "outside"],
  ["bytes=99999999999999999999-", "outside"],
  ["bytes=0-99999999999999999999", { from: 0, to: 4_095 }],
  ["bytes=-0", "outside"],
  ["bytes=2-1", "whole"],
  ["bytes=0-1,5-6", "whole"],
  ["bytes=-", "whole"],
  ["lines=0-1", "whole"],
  ["", "whole"],
  [undefined, "whole"],
] as const)("of a file of 4,096 bytes, %s is %j", (header, range) => {
  expect(byteRangeOf(header, 4_096)).toEqual(range);
});
