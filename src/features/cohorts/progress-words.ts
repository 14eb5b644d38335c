import { countText } from "#domain/counts.ts";
import type { Counts } from "#domain/target.ts";

/** "1,204 / 1,250 · 7 failed": how far a deployment has landed, beside its band. */
export function progressWords({ total, buckets }: Pick<Counts, "total" | "buckets">): string {
  const done = `${countText(buckets.succeeded)} / ${countText(total)}`;
  return buckets.failed === 0 ? done : `${done} · ${countText(buckets.failed)} failed`;
}
