import { expect, test } from "vitest";
import { keepOrder, keptOrder, newTargetOrders } from "./target-orders.ts";

const ROWS = Int32Array.of(2, 0, 1);

test("an order is kept under the token that was handed out", () => {
  const orders = newTargetOrders();
  const token = keepOrder(orders, "all", ROWS);
  expect(keptOrder(orders, token, "all")).toBe(ROWS);
  expect(keptOrder(orders, "never", "all")).toBeUndefined();
});

test("an order is that of the list it was made for; who names no list gets that one", () => {
  const orders = newTargetOrders();
  const token = keepOrder(orders, "all", ROWS);
  expect(keptOrder(orders, token, "failed ones")).toBeUndefined();
  expect(keptOrder(orders, token, undefined)).toBe(ROWS);
});

test("of many orders the 64 used last are kept", () => {
  const orders = newTargetOrders();
  const [first, second] = [keepOrder(orders, "all", ROWS), keepOrder(orders, "all", ROWS)];
  for (let more = 0; more < 62; more += 1) keepOrder(orders, "all", ROWS);
  keptOrder(orders, first, "all");
  keepOrder(orders, "all", ROWS);
  expect([keptOrder(orders, first, "all"), keptOrder(orders, second, "all")]).toEqual([ROWS, undefined]);
});

test("of very long orders as many are kept as hold four million rows, and always the last", () => {
  const orders = newTargetOrders();
  const long = new Int32Array(1_500_000);
  const tokens = [long, long, long].map((rows) => keepOrder(orders, "all", rows));
  expect(tokens.map((token) => keptOrder(orders, token, "all") !== undefined)).toEqual([false, true, true]);
  const longest = keepOrder(orders, "all", new Int32Array(5_000_000));
  expect([...orders.kept.keys()]).toEqual([longest]);
});
