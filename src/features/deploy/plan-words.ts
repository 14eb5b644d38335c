import { countText, devicesText } from "#domain/counts.ts";
import type { Preset } from "#domain/plan.ts";
import { planOf } from "#domain/plan.ts";
import { msOfLocalText } from "./local-time.ts";
import type { PlanChoice } from "./plan-choice.ts";

/** What each preset is called, and what it does in one plain sentence. Source: domain.md, Plan. */
export const PRESET_WORDS = {
  "all-at-once": {
    label: "All at once",
    help: "Every device is offered it as it connects. It never halts by itself.",
  },
  careful: {
    label: "Careful",
    help: "5 devices, then 5, 25, 50 and 100 %, a day apart and each when you promote it. Halts at the first failed canary.",
  },
  standard: {
    label: "Standard",
    help: "5 % first, up to half 2 hours later, the rest after 12 more. Halts at 5 % failures or 3 in a row.",
  },
  urgent: {
    label: "Urgent",
    help: "10 devices, everyone 15 minutes later. Halts at 3 failed canaries, 10 % failures or 5 in a row.",
  },
} as const satisfies Record<Preset, { readonly label: string; readonly help: string }>;

/** How a choice differs from going to everyone, at once, in pieces: "at most 50 devices". */
export function planDifferences(choice: PlanChoice, instantText: (atMs: number) => string): readonly string[] {
  const { preset, targeting, devices, maxAttempts, start } = choice;
  const maxDevices = choice.maxDevices.trim();
  const timeText = (local: string) => (local === "" ? "a time to choose" : instantText(msOfLocalText(local)));
  return [
    ...(targeting === "snapshot" ? ["nobody who joins later"] : []),
    ...(targeting === "chosen"
      ? [`${countText(devices.length)} chosen ${devices.length === 1 ? "device" : "devices"}`]
      : []),
    ...(maxDevices === "" ? [] : [`at most ${maxDevices} ${maxDevices === "1" ? "device" : "devices"}`]),
    ...(maxAttempts === undefined || maxAttempts === planOf(preset, "").retry.maxAttempts
      ? []
      : [maxAttempts === 1 ? "1 attempt" : `${maxAttempts} attempts`]),
    ...(start === "at" ? [`starts ${timeText(choice.startAt)}`] : []),
    ...(start === "after-current" ? ["starts after the current one"] : []),
    ...(choice.deadline === "" ? [] : [`ends ${timeText(choice.deadline)}`]),
  ];
}

/** "the first 5", "the first one". */
export function firstText(count: number): string {
  return count === 1 ? "the first one" : `the first ${countText(count)}`;
}

/** "1 failure", "3 failures". */
export function failuresText(count: number): string {
  return count === 1 ? "1 failure" : `${countText(count)} failures`;
}

/** "the 1 device", "both devices", "all 3 devices". */
export function allText(count: number): string {
  if (count === 2) return "both devices";
  return count === 1 ? "the 1 device" : `all ${devicesText(count)}`;
}
