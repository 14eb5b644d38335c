import { lazy } from "react";

/** Parts of a rollout's page that only some rollouts need, or that are not needed to paint it. */
export const Health = lazy(async () => ({ default: (await loadHealth()).Health }));
export const RolloutDialog = lazy(async () => ({ default: (await loadDialogs()).RolloutDialog }));
export const RolloutRecord = lazy(async () => ({ default: (await loadRecord()).RolloutRecord }));

/** Fetches all of them ahead, so that they open without a network. */
export async function loadRolloutParts(): Promise<void> {
  await Promise.all([loadHealth(), loadDialogs(), loadRecord()]);
}

/** Fetches what stands above the fold, so that nothing is painted without it. */
export function loadHealth() {
  return import("./health.tsx");
}

function loadDialogs() {
  return import("./rollout-dialogs.tsx");
}

function loadRecord() {
  return import("./rollout-record.tsx");
}
