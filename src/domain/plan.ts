import type { DeviceId } from "./ids.ts";

/** Of the eligible targets: a number, or a share rounded up, at least 1 (or `atLeast`), clamped to all. */
export type Size = { readonly count: number } | { readonly percent: number; readonly atLeast?: number };

/** One step of a rollout. Sizes are cumulative. */
export type Phase = {
  readonly name: string;
  readonly size: Size;
  readonly promote: "auto" | "after-soak" | "manual";
  readonly soakMinutes: number;
  readonly successPercent: number;
  readonly minTerminal: number;
  readonly maxInFlight: Size;
  readonly startAtMs?: number;
};

/** When a rollout stops by itself; each rule is optional, they are OR-ed. */
export type HaltRules = {
  readonly absolute?: number;
  readonly ratio?: { readonly percent: number; readonly minTerminal: number; readonly minFailed: number };
  readonly streak?: number;
  readonly lost?: { readonly smallPhase: number; readonly count: number; readonly percent: number };
};

/** Names of the plans that come ready made. */
export const PRESETS = ["all-at-once", "careful", "standard", "urgent"] as const;
/** One of the ready-made plans. */
export type Preset = (typeof PRESETS)[number];

/** How a rollout lands; copied onto the deployment when it starts and never changed after. */
export type Plan = {
  readonly preset: Preset | "custom";
  readonly seed: string;
  readonly phases: readonly Phase[];
  readonly targeting: "continuous" | "snapshot" | { readonly deviceIds: readonly DeviceId[] };
  readonly maxDevices?: number;
  readonly deadlineAtMs?: number;
  readonly startAtMs?: number;
  readonly startPolicy: "now" | "after-current";
  readonly maxUnavailable: Size;
  readonly halt: HaltRules;
  readonly retry: {
    readonly maxAttempts: number;
    readonly baseMinutes: number;
    readonly factor: number;
    readonly capMinutes: number;
  };
  readonly timeouts: {
    readonly stallMinutes: number;
    readonly installMinutes: number;
    readonly verify: { readonly minutes: number; readonly heartbeats: number };
    readonly confirmMinutes: number;
    readonly attemptMinutes: number;
  };
  readonly window?: {
    readonly days: readonly number[];
    readonly from: string;
    readonly to: string;
    readonly zone: string;
  };
};
