import { expect, test } from "vitest";
import { allPages } from "./all-pages.ts";

/** A backend with this many numbers, 100 a page. */
const numbers =
  (total: number, asked: number[]) =>
  async ({ page, perPage }: { page: number; perPage: number }) => {
    asked.push(page);
    const from = page * perPage;
    const list = Array.from({ length: Math.min(perPage, Math.max(0, total - from)) }, (_, at) => from + at);
    return { list, page, perPage, total };
  };

test.each([
  [0, [0]],
  [100, [0]],
  [101, [0, 1]],
  [250, [0, 1, 2]],
])("a list of %i is read whole, in order, in as many pages as it takes", async (total, pages) => {
  const asked: number[] = [];
  expect(await allPages(numbers(total, asked))).toEqual(Array.from({ length: total }, (_, at) => at));
  expect(asked).toEqual(pages);
});
