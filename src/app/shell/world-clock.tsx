import styled from "@emotion/styled";
import { useQuery } from "@tanstack/react-query";
import { useHas } from "#api/capabilities.ts";
import { worldNowMs } from "#api/client.ts";
import { worldQueries } from "#api/world.ts";
import { formatClockDay } from "#ui/format.ts";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { useTick } from "#ui/use-tick.ts";

/** The name and the clock of the simulated world, at the foot of the rail; nothing where the world is the real one. */
export function WorldClock() {
  const hasWorld = useHas("world");
  const { data: world } = useQuery({ ...worldQueries.world(), enabled: hasWorld });
  const nowMs = useTick(worldNowMs);
  if (world === undefined) return null;
  return (
    <Foot aria-label="The simulated world">
      World <b>{world.name}</b>, {world.paused ? "paused" : `×${world.speed}`}
      <br />
      {formatClockDay(nowMs)}
    </Foot>
  );
}

const Foot = styled.aside({
  marginTop: "auto",
  padding: "8px 10px",
  borderTop: `1px solid ${ink.line}`,
  fontSize: 12,
  lineHeight: "16px",
  color: ink.third,
  "& > b": { fontWeight: 500, color: ink.second },
  [upTo.tablet]: { display: "none" },
});
