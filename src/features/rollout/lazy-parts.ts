import { lazy } from "react";

/** Parts of a rollout's page that only some rollouts need, or that are not needed to paint it. */
export const Landing = lazy(async () => ({ default: (await loadLanding()).Landing }));
export const RolloutDialog = lazy(async () => ({ default: (await loadDialogs()).RolloutDialog }));
export const RolloutRecord = lazy(async () => ({ default: (await loadRecord()).RolloutRecord }));
export const YankedNote = lazy(async () => ({ default: (await loadYankedNote()).YankedNote }));

/** Fetches all of them ahead, so that they open without a network. */
export async function loadRolloutParts(): Promise<void> {
  await Promise.all([loadLanding(), loadDialogs(), loadRecord(), loadYankedNote()]);
}

/** Fetches what stands above the fold, so that nothing is painted without it. */
export function loadLanding() {
  return import("./landing.tsx");
}

/** Fetches the warning of a yanked version; it stands above the fold, too. */
export function loadYankedNote() {
  return import("./yanked-note.tsx");
}

function loadDialogs() {
  return import("./rollout-dialogs.tsx");
}

function loadRecord() {
  return import("./rollout-record.tsx");
}
