import { expect, test } from "vitest";
import { sizeText } from "./size-text.ts";

test.each([
  [{ least: 421_888, most: 421_888 }, "412 KB"],
  [{ least: 407_552, most: 421_888 }, "398 KB to 412 KB"],
  [{ least: 421_888, most: 421_900 }, "412 KB"],
])("%j reads %s", (size, text) => {
  expect(sizeText(size)).toBe(text);
});
