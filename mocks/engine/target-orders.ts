/** How many permutations are kept; the one longest unused is forgotten. */
const KEPT = 64;

/** Permutations of targets by token, the most recently used last. */
export type TargetOrders = { readonly kept: Map<string, Int32Array>; handedOut: number };

/** None yet. */
export function newTargetOrders(): TargetOrders {
  return { kept: new Map(), handedOut: 0 };
}

/** Keeps an order of rows; the answer is its token. */
export function keepOrder(orders: TargetOrders, rows: Int32Array): string {
  orders.handedOut += 1;
  const token = `o${orders.handedOut.toString(36)}`;
  orders.kept.set(token, rows);
  const oldest = orders.kept.keys().next();
  if (orders.kept.size > KEPT && oldest.done === false) orders.kept.delete(oldest.value);
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
