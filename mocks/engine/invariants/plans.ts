import { days, hours, minutes } from "#lib/duration.ts";
import type { DeviceId } from "#domain/ids.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import type { Phase, Plan } from "#domain/plan.ts";
import type { Size } from "#domain/size.ts";

/** What a plan may depend on as it is made. */
type At = { readonly nowMs: number; readonly members: readonly DeviceId[] };

/** Plans small enough that everything of them happens to a dozen devices: each preset, and each word a plan has. */
export const PLANS: readonly ((at: At) => PlanRequest | undefined)[] = [
  () => undefined,
  () => ({ preset: "careful" }),
  () => ({ preset: "standard" }),
  () => ({ preset: "urgent" }),
  () => ({
    phases: [
      phase("One", { count: 3 }, "after-soak", { count: 2 }),
      phase("Two", { percent: 50 }, "manual", { count: 3 }),
      phase("All", { percent: 100 }, "auto", { percent: 30 }),
    ],
    maxUnavailable: { count: 3 },
    halt: { absolute: 3, streak: 3 },
  }),
  () => ({
    phases: [
      phase("One", { percent: 30, atLeast: 2 }, "auto", { percent: 100 }),
      phase("All", { percent: 100 }, "auto", { count: 2 }),
    ],
    maxUnavailable: { percent: 40 },
    maxDevices: 6,
  }),
  () => ({ targeting: "snapshot", maxUnavailable: { count: 2 }, halt: { absolute: 1, streak: 2 } }),
  () => ({ startPolicy: "after-current", phases: [phase("All", { percent: 100 }, "auto", { count: 3 })] }),
  ({ nowMs }) => ({ startAtMs: nowMs + hours(1), deadlineAtMs: nowMs + days(1), halt: { streak: 1 } }),
  ({ nowMs }) => ({ deadlineAtMs: nowMs + hours(7), timeouts: { ...TIMEOUTS, confirmMinutes: 3 } }),
  () => ({ window: { days: [1, 2, 3, 4, 5, 6, 7], from: "08:00", to: "10:00", zone: "UTC" }, timeouts: TIMEOUTS }),
  ({ members }) => ({ targeting: { deviceIds: members.slice(0, 5) }, halt: { lost: LOST } }),
  ({ nowMs }) => ({
    phases: [
      phase("One", { count: 4 }, "auto", { count: 4 }),
      { ...phase("All", { percent: 100 }, "auto", { count: 4 }), startAtMs: nowMs + hours(4) },
    ],
    halt: { ratio: { percent: 40, minTerminal: 3, minFailed: 2 } },
    window: { days: [1, 2, 3, 4, 5, 6, 7], from: "08:00", to: "09:00", zone: "UTC" },
  }),
];

/** How long the hours of these plans are on and off. The world believes what it is told, so any will do. */
export const HOURS = { onMs: hours(2), offMs: hours(3), firstMs: minutes(50) } as const;

const LOST = { smallPhase: 1, count: 3, percent: 2 } as const;
const TIMEOUTS: Plan["timeouts"] = {
  stallMinutes: 15,
  installMinutes: 30,
  verify: { minutes: 15, heartbeats: 3 },
  confirmMinutes: 25,
  attemptMinutes: 300,
};

function phase(name: string, size: Size, promote: Phase["promote"], maxInFlight: Size): Phase {
  return { name, size, promote, maxInFlight, soakMinutes: 10, successPercent: 60, minTerminal: 4 };
}
