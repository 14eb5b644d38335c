import styled from "@emotion/styled";
import { Button } from "#ui/button.tsx";
import { formatAge } from "#ui/format.ts";
import { Icon } from "#ui/icon.tsx";
import { StaleBadge } from "#ui/stale-badge.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { useTick } from "#ui/use-tick.ts";
import type { LiveRollout } from "./use-live-rollout.ts";

type LiveStatusProps = Pick<LiveRollout, "pulse" | "error" | "heardAtMs" | "paused" | "setPaused">;

/** How old the numbers are, and the way to hold them still. */
export function LiveStatus({ pulse, error, heardAtMs, paused, setPaused }: LiveStatusProps) {
  const nowMs = useTick(Date.now);
  return (
    <Status>
      {error === null || paused ? (
        <span className={paused ? "paused" : "live"}>
          <Icon name={paused ? "paused" : pulse.settled ? "succeeded" : "progress"} size={12} />
          {paused ? "Paused" : pulse.settled ? "Nothing moves" : "Live"}, {formatAge(heardAtMs, nowMs)}
        </span>
      ) : (
        <StaleBadge asOfMs={heardAtMs} nowMs={nowMs} />
      )}
      <Button size="small" icon={paused ? "play" : "paused"} onClick={() => setPaused(!paused)}>
        {paused ? "Resume updates" : "Pause updates"}
      </Button>
    </Status>
  );
}

const Status = styled.div({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  justifyContent: "flex-end",
  gap: 8,
  marginLeft: "auto",
  fontSize: 12,
  color: ink.third,
  // As wide as its longest words, so that a second more moves nothing.
  "& > span": { display: "inline-flex", alignItems: "center", gap: 6, whiteSpace: "nowrap", minWidth: 104 },
  "& > .live > svg": { color: ink.progress },
  "& > .paused": { color: ink.caution },
});
