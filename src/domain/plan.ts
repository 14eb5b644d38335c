import type { DeviceId } from "./ids.ts";
import type { Size } from "./size.ts";
import type { DeployWindow } from "./window.ts";

/** One step of a rollout. Source: domain.md, Phases. */
export type Phase = {
  readonly name: string;
  /** Cumulative: everybody that is reached once this phase is open. */
  readonly size: Size;
  /** What opens the next phase once this one is complete. */
  readonly promote: "auto" | "after-soak" | "manual";
  readonly soakMinutes: number;
  /** Of the verified and failed: so many must have succeeded. */
  readonly successPercent: number;
  /** So many of its own devices must be done; all of them where it has fewer. */
  readonly minTerminal: number;
  readonly maxInFlight: Size;
  /** It opens no earlier. */
  readonly startAtMs?: number;
};

/** When a rollout stops by itself; each rule is optional, they are OR-ed. Source: domain.md, Halt rules. */
export type HaltRules = {
  /** So many failed, in a phase of at most 20 devices. */
  readonly absolute?: number;
  /** This share of the finished failed, once `minTerminal` have finished and `minFailed` have failed. */
  readonly ratio?: { readonly percent: number; readonly minTerminal: number; readonly minFailed: number };
  /** So many in a row failed. */
  readonly streak?: number;
  /** So many fell silent: `smallPhase` in a phase of at most 20; in a larger one `count`, and `percent` of the offered. */
  readonly lost?: { readonly smallPhase: number; readonly count: number; readonly percent: number };
};

/** Names of the plans that come ready made. */
export const PRESETS = ["all-at-once", "careful", "standard", "urgent"] as const;
/** One of the ready-made plans. */
export type Preset = (typeof PRESETS)[number];

/** How a rollout lands; copied onto the deployment when it starts and never changed after. */
export type Plan = {
  readonly preset: Preset | "custom";
  /** Orders the devices. */
  readonly seed: string;
  readonly phases: readonly Phase[];
  readonly targeting: "continuous" | "snapshot" | { readonly deviceIds: readonly DeviceId[] };
  /** It is finished when so many are verified. */
  readonly maxDevices?: number;
  readonly deadlineAtMs?: number;
  readonly startAtMs?: number;
  readonly startPolicy: "now" | "after-current";
  /** Devices out of reach because of the update, at one time. Source: domain.md, Two budgets. */
  readonly maxUnavailable: Size;
  readonly halt: HaltRules;
  /** A wait of base × factor^(attempt − 1), at most the cap. Source: domain.md, Retries. */
  readonly retry: {
    readonly maxAttempts: number;
    readonly baseMinutes: number;
    readonly factor: number;
    readonly capMinutes: number;
  };
  /** `verify` is the larger of both; 0 minutes of `confirm`: the proof is enough. Source: domain.md, Timeouts. */
  readonly timeouts: {
    readonly stallMinutes: number;
    readonly installMinutes: number;
    readonly verify: { readonly minutes: number; readonly heartbeats: number };
    readonly confirmMinutes: number;
    readonly attemptMinutes: number;
  };
  readonly window?: DeployWindow;
};

/** The plan a preset stands for, with the seed that orders its devices. Source: domain.md, Plan. */
export function planOf(preset: Preset, seed: string): Plan {
  return { ...SHAPES[preset], preset, seed, ...COMMON };
}

const COMMON = {
  targeting: "continuous",
  startPolicy: "now",
} as const;

const WHOLE: Size = { percent: 100 };

const TIMEOUTS: Plan["timeouts"] = {
  stallMinutes: 15,
  installMinutes: 30,
  verify: { minutes: 15, heartbeats: 3 },
  confirmMinutes: 10,
  attemptMinutes: 24 * 60,
};

const RETRY: Plan["retry"] = { maxAttempts: 3, baseMinutes: 5, factor: 4, capMinutes: 6 * 60 };

const LOST = { smallPhase: 1, count: 3, percent: 2 };

function phase(name: string, size: Size, rest: Pick<Phase, "promote" | "soakMinutes" | "maxInFlight">): Phase {
  return { name, size, successPercent: 90, minTerminal: 20, ...rest };
}

type Shape = Pick<Plan, "phases" | "maxUnavailable" | "halt" | "retry" | "timeouts">;

const CAREFUL_LATER = { promote: "manual", soakMinutes: 24 * 60, maxInFlight: { percent: 0.5, atLeast: 5 } } as const;
const STANDARD_LATER = { promote: "after-soak", maxInFlight: { percent: 2, atLeast: 10 } } as const;

const SHAPES: Record<Preset, Shape> = {
  "all-at-once": {
    phases: [phase("All devices", WHOLE, { promote: "auto", soakMinutes: 0, maxInFlight: WHOLE })],
    maxUnavailable: WHOLE,
    halt: {},
    retry: RETRY,
    timeouts: { ...TIMEOUTS, confirmMinutes: 0 },
  },
  careful: {
    phases: [
      phase("Canary", { count: 5 }, { promote: "manual", soakMinutes: 24 * 60, maxInFlight: { count: 5 } }),
      phase("5 %", { percent: 5 }, CAREFUL_LATER),
      phase("25 %", { percent: 25 }, CAREFUL_LATER),
      phase("50 %", { percent: 50 }, CAREFUL_LATER),
      phase("All devices", WHOLE, CAREFUL_LATER),
    ],
    maxUnavailable: { percent: 1, atLeast: 3 },
    halt: { absolute: 1, ratio: { percent: 3, minTerminal: 20, minFailed: 3 }, streak: 3, lost: LOST },
    retry: RETRY,
    timeouts: TIMEOUTS,
  },
  standard: {
    phases: [
      phase("5 %", { percent: 5, atLeast: 5 }, { promote: "after-soak", soakMinutes: 120, maxInFlight: { count: 10 } }),
      phase("50 %", { percent: 50 }, { ...STANDARD_LATER, soakMinutes: 12 * 60 }),
      phase("All devices", WHOLE, { ...STANDARD_LATER, soakMinutes: 12 * 60 }),
    ],
    maxUnavailable: { percent: 5, atLeast: 10 },
    halt: { absolute: 2, ratio: { percent: 5, minTerminal: 20, minFailed: 3 }, streak: 3, lost: LOST },
    retry: RETRY,
    timeouts: TIMEOUTS,
  },
  urgent: {
    phases: [
      phase("Canary", { count: 10 }, { promote: "auto", soakMinutes: 15, maxInFlight: { count: 10 } }),
      phase("All devices", WHOLE, { promote: "auto", soakMinutes: 15, maxInFlight: { percent: 5, atLeast: 50 } }),
    ],
    maxUnavailable: { percent: 10, atLeast: 10 },
    halt: { absolute: 3, ratio: { percent: 10, minTerminal: 20, minFailed: 3 }, streak: 5, lost: LOST },
    retry: { ...RETRY, maxAttempts: 5 },
    timeouts: TIMEOUTS,
  },
};
