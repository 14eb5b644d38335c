import { expect, test } from "vitest";
import { canaryChance } from "./canary-chance.ts";

test.each([
  [5, 0.1, 0.409_51],
  [10, 0.1, 0.651_321_6],
  [5, 0.01, 0.049_009_95],
  [300, 0.01, 0.950_959_1],
  [0, 0.5, 0],
  [1, 1, 1],
  [5, 0, 0],
])("a canary of %i shows a fault of %d with chance %d", (devices, share, expected) => {
  expect(canaryChance(devices, share)).toBeCloseTo(expected, 7);
});
