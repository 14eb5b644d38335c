import { worldNowMs } from "#api/client.ts";
import { RelativeTime } from "#ui/relative-time.tsx";
import { useTick } from "#ui/use-tick.ts";

/** An instant as people say it, by the backend's clock; it alone is drawn again as time passes. */
export function WorldTime({ atMs }: { readonly atMs: number }) {
  return <RelativeTime atMs={atMs} nowMs={useTick(worldNowMs)} />;
}
