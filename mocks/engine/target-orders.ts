/** How many permutations are kept, and of how many rows in all (4 bytes each); the one longest unused is forgotten. */
const KEPT = 64;
const KEPT_ROWS = 4_000_000;

/** Permutations of targets by token, the most recently used last. */
export type TargetOrders = { readonly kept: Map<string, Int32Array>; keptRows: number; handedOut: number };

/** None yet. */
export function newTargetOrders(): TargetOrders {
  return { kept: new Map(), keptRows: 0, handedOut: 0 };
}

/** Keeps an order of rows, however many; the answer is its token. */
export function keepOrder(orders: TargetOrders, rows: Int32Array): string {
  orders.handedOut += 1;
  const token = `o${orders.handedOut.toString(36)}`;
  orders.kept.set(token, rows);
  orders.keptRows += rows.length;
  for (const [oldest, forgotten] of orders.kept) {
    const isTooMuch = orders.kept.size > KEPT || orders.keptRows > KEPT_ROWS;
    if (!isTooMuch || oldest === token) break;
    orders.kept.delete(oldest);
    orders.keptRows -= forgotten.length;
  }
  return token;
}

/** The rows behind a token; absent when it was forgotten or never handed out. */
export function keptOrder(orders: TargetOrders, token: string): Int32Array | undefined {
  const rows = orders.kept.get(token);
  if (rows === undefined) return undefined;
  orders.kept.delete(token);
  orders.kept.set(token, rows);
  return rows;
}
