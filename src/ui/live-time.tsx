import { RelativeTime } from "./relative-time.tsx";
import type { RelativeTimeProps } from "./relative-time.tsx";
import { useTick } from "./use-tick.ts";

export type LiveTimeProps = Omit<RelativeTimeProps, "nowMs"> & { readonly readMs: () => number };

/** An instant as people say it, by a clock that goes on; it alone is drawn again as time passes. */
export function LiveTime({ readMs, ...time }: LiveTimeProps) {
  return <RelativeTime {...time} nowMs={useTick(readMs)} />;
}
