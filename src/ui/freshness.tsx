import { StaleBadge } from "./stale-badge.tsx";
import { useTick } from "./use-tick.ts";

export type FreshnessProps = {
  /** Why the last attempt to read it again failed; nothing when it did not. */
  readonly error: { readonly message: string } | null;
  /** When what is shown was read, by the page's own clock. */
  readonly dataUpdatedAt: number;
};

/** Says how old a page or a list is when it could not be read again; nothing while it is live. */
export function Freshness({ error, dataUpdatedAt }: FreshnessProps) {
  const nowMs = useTick(Date.now);
  if (error === null) return null;
  return (
    // Stands among other things in a line: the whole sentence is for who asks.
    <span title={error.message}>
      <StaleBadge asOfMs={dataUpdatedAt} nowMs={nowMs} reason="It could not be read again." />
    </span>
  );
}
