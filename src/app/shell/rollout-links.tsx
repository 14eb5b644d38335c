import styled from "@emotion/styled";
import { useQuery } from "@tanstack/react-query";
import { paths } from "#navigation/paths.ts";
import { formatAge, formatCounted } from "#ui/format.ts";
import { Link } from "#ui/link.tsx";
import { OnPhones } from "#ui/on-phones.tsx";
import { Chip } from "#ui/state-chip.tsx";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { useTick } from "#ui/use-tick.ts";
import { tallyQuery } from "./tally-query.ts";
import type { Scope } from "./use-current-scope.ts";

const OLD_AFTER_MS = 20_000;

/** What moves and what has halted, wherever one is, and how old that is. */
export function RolloutLinks({ scope }: { readonly scope: Scope }) {
  const { data, dataUpdatedAt } = useQuery(tallyQuery(scope));
  // The age of an answer is the reader's time, not the world's.
  const nowMs = useTick(Date.now);
  if (data === undefined) return null;
  const tally = data.tally;
  const to = paths.cohorts(scope.projectId, { sort: "trouble" });
  const old = nowMs - dataUpdatedAt > OLD_AFTER_MS;
  return (
    <Links>
      {tally !== undefined && tally.moving > 0 ? (
        <Link to={to}>
          <Chip icon="progress" tone="progress">
            <OnPhones words={formatCounted(tally.moving, "rollout")} short={String(tally.moving)} />
          </Chip>
        </Link>
      ) : null}
      {tally !== undefined && tally.halted > 0 ? (
        <Link to={to}>
          <Chip icon="failed" tone="failed">
            <OnPhones words={`${tally.halted} halted`} short={String(tally.halted)} />
          </Chip>
        </Link>
      ) : null}
      <span className={old ? "age old" : "age"}>{formatAge(dataUpdatedAt, Math.max(nowMs, dataUpdatedAt))}</span>
    </Links>
  );
}

const Links = styled.div({
  display: "flex",
  alignItems: "center",
  gap: 16,
  marginRight: 12,
  "& > a": { padding: "4px 0" },
  "& > .age": { minWidth: 62, color: ink.third },
  "& > .age.old": { color: ink.caution },
  [upTo.narrow]: { "& > .age:not(.old)": { display: "none" } },
  [upTo.phone]: { gap: 4, marginRight: 0, "& > a": { padding: "8px 6px" }, "& > .age": { display: "none" } },
});
