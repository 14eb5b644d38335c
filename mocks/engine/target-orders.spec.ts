import { expect, test } from "vitest";
import { keepOrder, keptOrder, newTargetOrders } from "./target-orders.ts";

const ROWS = Int32Array.of(2, 0, 1);

test("an order is kept under the token that was handed out", () => {
  const orders = newTargetOrders();
  const token = keepOrder(orders, ROWS);
  expect(keptOrder(orders, token)).toBe(ROWS);
  expect(keptOrder(orders, "never")).toBeUndefined();
});

test("of many orders the 64 used last are kept", () => {
  const orders = newTargetOrders();
  const [first, second] = [keepOrder(orders, ROWS), keepOrder(orders, ROWS)];
  for (let more = 0; more < 62; more += 1) keepOrder(orders, ROWS);
  keptOrder(orders, first);
  keepOrder(orders, ROWS);
  expect([keptOrder(orders, first), keptOrder(orders, second)]).toEqual([ROWS, undefined]);
});

test("of very long orders as many are kept as hold four million rows, and always the last", () => {
  const orders = newTargetOrders();
  const long = new Int32Array(1_500_000);
  const tokens = [long, long, long].map((rows) => keepOrder(orders, rows));
  expect(tokens.map((token) => keptOrder(orders, token) !== undefined)).toEqual([false, true, true]);
  const longest = keepOrder(orders, new Int32Array(5_000_000));
  expect([...orders.kept.keys()]).toEqual([longest]);
});
