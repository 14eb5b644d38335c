/** How many permutations are kept, and of how many rows in all (4 bytes each); the one longest unused is forgotten. */
const KEPT = 64;
const KEPT_ROWS = 4_000_000;

/** Permutations of targets by token, the most recently used last. */
export type TargetOrders = { readonly kept: Map<string, Int32Array>; handedOut: number };

/** None yet. */
export function newTargetOrders(): TargetOrders {
  return { kept: new Map(), handedOut: 0 };
}

/** Keeps an order of rows, however many; the answer is its token. */
export function keepOrder(orders: TargetOrders, rows: Int32Array): string {
  const { kept } = orders;
  orders.handedOut += 1;
  const token = `o${orders.handedOut.toString(36)}`;
  kept.set(token, rows);
  let keptRows = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of kept) {
    const isTooMuch = kept.size > KEPT || keptRows > KEPT_ROWS;
    if (!isTooMuch || oldest === token) break;
    kept.delete(oldest);
    keptRows -= length;
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
