/** How many permutations are kept, and of how many rows in all (4 bytes each); the one longest unused is forgotten. */
const KEPT = 64;
const KEPT_ROWS = 4_000_000;

/** Rows in the order of a list, and what the list was asked for. */
type Order = { readonly asked: string; readonly rows: Int32Array };

/** Permutations of targets by token, the most recently used last. */
export type TargetOrders = { readonly kept: Map<string, Order>; handedOut: number };

/** None yet. */
export function newTargetOrders(): TargetOrders {
  return { kept: new Map(), handedOut: 0 };
}

/** Keeps the rows of the list that was `asked` for in their order, however many; the answer is its token. */
export function keepOrder(orders: TargetOrders, asked: string, rows: Int32Array): string {
  const { kept } = orders;
  orders.handedOut += 1;
  const token = `o${orders.handedOut.toString(36)}`;
  kept.set(token, { asked, rows });
  let keptRows = [...kept.values()].reduce((sum, order) => sum + order.rows.length, 0);
  for (const [oldest, order] of kept) {
    const isTooMuch = kept.size > KEPT || keptRows > KEPT_ROWS;
    if (!isTooMuch || oldest === token) break;
    kept.delete(oldest);
    keptRows -= order.rows.length;
  }
  return token;
}

/** The rows behind a token; absent when it was forgotten, never handed out, or is the order of another list. */
export function keptOrder(orders: TargetOrders, token: string, asked: string | undefined): Int32Array | undefined {
  const order = orders.kept.get(token);
  if (order === undefined || (asked !== undefined && asked !== order.asked)) return undefined;
  orders.kept.delete(token);
  orders.kept.set(token, order);
  return order.rows;
}
