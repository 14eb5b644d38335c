import { firstFailedCondition } from "#domain/selection.ts";
import { withCount } from "./columns.ts";
import { changeTarget } from "./change-target.ts";
import { heardOf } from "./contact.ts";
import { currentRolloutFor, currentRowOf, offeredRolloutFor, offeredRowOf } from "./device-places.ts";
import { keepOffered } from "./kept-variants.ts";
import type { RolloutState } from "./rollout-state.ts";
import { reportedVersion } from "./package-state.ts";
import { isLiveAt, selectionFacts } from "./selection-facts.ts";
import { BUCKET_OF, codeOf } from "./target-columns.ts";
import { becameReady, forgetWoken, waitInLine, wake } from "./wake.ts";
import type { World } from "./world.ts";

/**
 * A device asks what it should run, simulated or over HTTP: what is in flight is answered again, what passes every
 * condition is offered, and whoever is done is answered its deployment. The answer is the rollout whose manifest it is
 * told; absent: nothing to do. Source: domain.md, What a device is told.
 */
export function answerAsk(world: World, device: number): RolloutState | undefined {
  const { fleet, nowMs } = world;
  world.messages += 1;
  heardOf(world, device);
  const offered = offeredRolloutFor(world, device);
  const offeredRow = offeredRowOf(world, device);
  if (offered !== undefined && isLiveAt(offered.targets, offeredRow)) {
    changeTarget(world, offered, offeredRow, { kind: "contact", atMs: nowMs });
    return offered;
  }
  const current = currentRolloutFor(world, device);
  if (current === undefined) return undefined;
  const row = currentRowOf(fleet, device);
  const wasWoken = forgetWoken(current, row);
  const failed = firstFailedCondition(selectionFacts(world, current, row, device, true));
  if (failed === undefined) {
    rememberWhatRuns(current, row, device);
    keepOffered(world, current, device);
    changeTarget(world, current, row, { kind: "offer", atMs: nowMs });
    return current;
  }
  judge(world, current, row, device);
  if (failed !== "phase-open") waitInLine(world, current, row);
  if (wasWoken) wake(world, current);
  return isDone(current, row) ? current : undefined;
}

/** The rollout whose manifest a device would be answered again, without asking for anything new. */
export function toldNow(world: World, device: number): RolloutState | undefined {
  const { fleet } = world;
  const offered = offeredRolloutFor(world, device);
  if (offered !== undefined && isLiveAt(offered.targets, offeredRowOf(world, device))) return offered;
  const current = currentRolloutFor(world, device);
  return current !== undefined && isDone(current, currentRowOf(fleet, device)) ? current : undefined;
}

/** Settles what needs no asking: nothing fits, nothing differs, or another deployment is in the way. */
export function judge(world: World, rollout: RolloutState, row: number, device: number): void {
  if (BUCKET_OF[rollout.targets.substate[row] ?? 0] !== "pending") return;
  const atMs = world.nowMs;
  const failed = firstFailedCondition(selectionFacts(world, rollout, row, device, false));
  if (failed === "artifact-fits") changeTarget(world, rollout, row, { kind: "end", atMs, substate: "no-artifact" });
  if (failed === "something-differs") {
    changeTarget(world, rollout, row, { kind: "end", atMs, substate: "already-installed" });
  }
  if (failed === "no-live-attempt-elsewhere") {
    changeTarget(world, rollout, row, { kind: "wait", atMs, substate: "waiting-deployment" });
  }
}

/** The device's attempt elsewhere is over: its own deployment may go on with it. */
export function deviceFreed(world: World, device: number): void {
  const current = currentRolloutFor(world, device);
  const row = currentRowOf(world.fleet, device);
  if (current === undefined || current.targets.substate[row] !== WAITING_DEPLOYMENT) return;
  changeTarget(world, current, row, { kind: "wait", atMs: world.nowMs, substate: "waiting-offline" });
  judge(world, current, row, device);
  becameReady(world, current, row);
}

/** Notes what the device runs now, as the "from" of its target. */
export function rememberWhatRuns(rollout: RolloutState, row: number, device: number): void {
  const { components, targets } = rollout;
  for (let at = 0; at < components.length; at += 1) {
    const component = components[at];
    const from = targets.from[at];
    if (component === undefined || from === undefined) continue;
    targets.from[at] = withCount(from, row, reportedVersion(component.about.reported, device));
  }
}

const WAITING_DEPLOYMENT = codeOf("waiting-deployment");

function isDone({ targets }: RolloutState, row: number): boolean {
  return BUCKET_OF[targets.substate[row] ?? 0] === "succeeded";
}
