/** Of the eligible targets: a number, or a share rounded up, at least 1 (or `atLeast`), clamped to all. Source: domain.md, Plan. */
export type Size = { readonly count: number } | { readonly percent: number; readonly atLeast?: number };

/** How many devices a size means of `of` eligible ones: a whole number of 1 to `of`; 0 of none. */
export function resolvedSize(size: Size, of: number): number {
  const asked = "count" in size ? size.count : Math.max(shareOf(size.percent, of), size.atLeast ?? 1);
  return Math.min(Math.max(asked, 1), of);
}

/** A share rounded up. What floating point adds to a share of a million (0.07 % of 10,000 is 7.000…01) is not rounded up. */
function shareOf(percent: number, of: number): number {
  return Math.ceil((of * percent) / 100 - 1e-9);
}
