/** Milliseconds in `count` seconds. */
export function seconds(count: number): number {
  return count * 1_000;
}

/** Milliseconds in `count` minutes. */
export function minutes(count: number): number {
  return count * 60_000;
}

/** Milliseconds in `count` hours. */
export function hours(count: number): number {
  return count * 3_600_000;
}

/** Milliseconds in `count` days of 24 hours. */
export function days(count: number): number {
  return count * 86_400_000;
}
