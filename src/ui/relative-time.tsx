import { formatAge, formatInstant, formatWhen } from "./format.ts";

export type RelativeTimeProps = {
  readonly atMs: number;
  readonly nowMs: number;
  /** `age`: always "9 h ago". `when` (default): "2 h ago" of today, else the day and time, so that rows differ. */
  readonly form?: "age" | "when";
};

/** An instant as people say it, the whole of it on hover. */
export function RelativeTime({ atMs, nowMs, form = "when" }: RelativeTimeProps) {
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formatInstant(atMs)}>
      {form === "age" ? formatAge(atMs, nowMs) : formatWhen(atMs, nowMs)}
    </time>
  );
}
