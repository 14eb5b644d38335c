import type { TargetPackage, TargetRow } from "#domain/target.ts";
import { SUBSTATES } from "#domain/target.ts";
import { nameOf } from "./device-names.ts";
import { NONE } from "./fleet.ts";
import { deviceIdAt } from "./ids.ts";
import { textOf } from "./interner.ts";
import type { RolloutState } from "./rollout-state.ts";
import { shownCodeAt } from "./shown-waits.ts";
import { BUCKET_OF, codeOf, isStuckAt, reasonAt } from "./target-columns.ts";
import type { World } from "./world.ts";
import { INSTANT, instantAt, untilMsOf } from "./target-instants.ts";

/** One target as a row of the rollout's list. */
export function targetRow(world: World, rollout: RolloutState, row: number): TargetRow {
  const { targets } = rollout;
  const device = targets.device[row] ?? NONE;
  const code = shownCodeAt(world, rollout, row);
  const reason = reasonAt(targets, row);
  const rawReason = rollout.rawReasons.get(row);
  const lastReportAtMs = instantAt(targets.instants, row, INSTANT.report);
  return {
    deviceId: deviceIdAt(world.seedHash, device),
    name: nameOf(world, device),
    bucket: BUCKET_OF[code] ?? "pending",
    substate: SUBSTATES[code] ?? "waiting-offline",
    stuck: isStuckAt(targets, row),
    attempt: targets.attempt[row] ?? 0,
    phase: targets.phase[row] ?? 0,
    packages: packagesOf(world, rollout, row),
    ...(reason === undefined ? {} : { reason }),
    ...(rawReason === undefined ? {} : { rawReason }),
    ...(lastReportAtMs === 0 ? {} : { lastReportAtMs }),
    sinceMs: instantAt(targets.instants, row, INSTANT.since),
    ...waitPart(world, rollout, row, code),
  };
}

/** An instant that is over ends no wait: what the device waits for from then on is to be asked. */
function waitPart({ nowMs }: World, { targets, window }: RolloutState, row: number, code: number) {
  const untilMs = code === BACKOFF ? (untilMsOf(targets.instants, row) ?? 0) : windowOpensMs(code, window);
  return untilMs > nowMs ? { waitsUntilMs: untilMs } : {};
}

function windowOpensMs(code: number, window: RolloutState["window"]): number {
  return code === WAITING_WINDOW ? (window?.nextAtMs ?? 0) : 0;
}

const BACKOFF = codeOf("backoff");
const WAITING_WINDOW = codeOf("waiting-window");

/** What a target is to run of each package, and what it ran before. */
export function packagesOf(
  { texts }: World,
  { components, targets }: RolloutState,
  row: number,
): readonly TargetPackage[] {
  return components.map(({ component: { packageId, version: to } }, at) => {
    const from = textOf(texts, targets.from[at]?.[row] ?? 0);
    return { packageId, ...(from === undefined ? {} : { from }), to };
  });
}
