import styled from "@emotion/styled";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useHas } from "#api/capabilities.ts";
import { worldNowMs } from "#api/client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { useResetWorld, useSetWorld, worldQueries } from "#api/world.ts";
import { paths } from "#navigation/paths.ts";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { formatClockDay } from "#ui/format.ts";
import { MenuButton } from "#ui/menu-button.tsx";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { showToast } from "#ui/toasts.tsx";
import { useTick } from "#ui/use-tick.ts";
import { useOtherWorld } from "./use-other-world.ts";

const SPEEDS = [1, 60, 600];

/** Says that this is a demo, and holds its clock. Nothing where the world is the real one. */
export function WorldMenu() {
  const hasWorld = useHas("world");
  const { data: world } = useQuery({ ...worldQueries.world(), enabled: hasWorld });
  const [asking, setAsking] = useState(false);
  const set = useSetWorld();
  const reset = useResetWorld();
  const disabledReason = useWhyNoWrites();
  const navigate = useNavigate();
  const begin = useCallback(() => {
    setAsking(false);
    // What a failed navigation has to say, its page says.
    void navigate(paths.anew());
  }, [navigate]);
  useOtherWorld(world, begin);
  useNotice(world?.notice);
  if (world === undefined) return null;

  const change = (settings: Parameters<typeof set.mutate>[0]) =>
    set.mutate(settings, { onError: (error) => showToast({ tone: "failed", text: error.message }) });
  const pace = world.paused ? "paused" : `×${world.speed}`;
  return (
    <Marker>
      <MenuButton
        label={`${world.name} ${pace}`}
        short={pace}
        variant="bare"
        size="small"
        choices={[
          {
            key: "pause",
            label: (
              <>
                {world.paused ? "Let the clock run on from" : "Pause the clock at"} <ClockDay />
              </>
            ),
            disabledReason,
            onSelect: () => change({ paused: !world.paused }),
          },
          ...SPEEDS.map((speed) => ({
            key: String(speed),
            label: speed === 1 ? "Speed ×1, real time" : `Speed ×${speed}`,
            current: speed === world.speed,
            disabledReason,
            onSelect: () => change({ speed, paused: false }),
          })),
          { key: "reset", label: "Reset the world…", disabledReason, onSelect: () => setAsking(true) },
        ]}
      />
      <ConfirmDialog
        open={asking}
        danger
        title={`Reset the world “${world.name}”?`}
        actLabel="Reset the world"
        pending={reset.isPending}
        error={reset.error?.message}
        onConfirm={() => reset.mutate({}, { onSuccess: begin })}
        onClose={() => setAsking(false)}
      >
        <p>Its cohorts, deployments and devices go back to how they were when it was made, in every open tab.</p>
        {world.notice === undefined ? null : <p>{world.notice}</p>}
      </ConfirmDialog>
    </Marker>
  );
}

/** Says once what the world has to say about itself, e.g. that it was reset or cannot be kept. */
function useNotice(notice: string | undefined): void {
  // The toasts live outside React.
  useEffect(() => {
    if (notice !== undefined) showToast({ tone: "info", text: notice });
  }, [notice]);
}

/** What the clock stands at; it goes on while one looks. */
function ClockDay() {
  return formatClockDay(useTick(worldNowMs));
}

const Marker = styled.div({
  "& > button.bare": { border: `1px dashed ${ink.strongLine}`, borderRadius: 999, fontSize: 12, height: 26 },
  [upTo.phone]: { "& > button.bare": { padding: "0 8px" } },
});
