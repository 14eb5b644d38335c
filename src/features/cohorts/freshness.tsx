import type { ApiError } from "#api/error.ts";
import { StaleBadge } from "#ui/stale-badge.tsx";
import { useTick } from "#ui/use-tick.ts";

export type FreshnessProps = {
  /** Why the last attempt to read it again failed; nothing when it did not. */
  readonly error: ApiError | null;
  /** When what is shown was read, by the page's own clock. */
  readonly dataUpdatedAt: number;
};

/** Says how old a list is when it could not be read again; nothing while it is live. */
export function Freshness({ error, dataUpdatedAt }: FreshnessProps) {
  const nowMs = useTick(Date.now);
  if (error === null) return null;
  return (
    <span title={error.message}>
      <StaleBadge asOfMs={dataUpdatedAt} nowMs={nowMs} reason="It could not be read again." />
    </span>
  );
}
