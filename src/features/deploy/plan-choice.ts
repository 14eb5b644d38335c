import type { DeviceId } from "#domain/ids.ts";
import { planFrom, type PlanRequest } from "#domain/plan-request.ts";
import { planOf, type Plan, type Preset } from "#domain/plan.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import { msOfLocalText } from "./local-time.ts";

/** A device that was chosen by hand, with the name it had then. */
export type ChosenDevice = { readonly id: DeviceId; readonly name: string };

/** How a draft is to land, as its form has it: a preset, and what differs from it. What is not chosen is kept. */
export type PlanChoice = {
  readonly preset: Preset;
  readonly targeting: "continuous" | "snapshot" | "chosen";
  readonly devices: readonly ChosenDevice[];
  /** As typed; empty: no limit. */
  readonly maxDevices: string;
  /** Absent: as many as the preset has. */
  readonly maxAttempts?: number;
  readonly start: "now" | "at" | "after-current";
  /** Date and time in the reader's zone, as the field has it. */
  readonly startAt: string;
  /** The same; empty: none. */
  readonly deadline: string;
};

/** To all devices at once, from now on: what every backend does that knows of no plans. */
export const DEFAULT_PLAN: PlanChoice = {
  preset: "all-at-once",
  targeting: "continuous",
  devices: [],
  maxDevices: "",
  start: "now",
  startAt: "",
  deadline: "",
};

/** The plan that is sent; absent for the default one, so that any backend takes the deployment. */
export function planRequestOf(choice: PlanChoice): PlanRequest | undefined {
  const { preset, targeting, devices, start } = choice;
  const maxDevices = choice.maxDevices.trim();
  const { retry } = planOf(preset, "");
  const { maxAttempts = retry.maxAttempts } = choice;
  const request: PlanRequest = {
    preset,
    ...(targeting === "snapshot" ? { targeting } : {}),
    ...(targeting === "chosen" ? { targeting: { deviceIds: devices.map(({ id }) => id) } } : {}),
    ...(maxDevices === "" ? {} : { maxDevices: Number(maxDevices) }),
    ...(maxAttempts === retry.maxAttempts ? {} : { retry: { ...retry, maxAttempts } }),
    ...(start === "at" ? { startAtMs: msOfLocalText(choice.startAt) } : {}),
    ...(start === "after-current" ? { startPolicy: "after-current" } : {}),
    ...(choice.deadline === "" ? {} : { deadlineAtMs: msOfLocalText(choice.deadline) }),
  };
  return preset === "all-at-once" && Object.keys(request).length === 1 ? undefined : request;
}

/** The whole plan that a choice stands for, or why a backend would refuse it: it judges by the same rules. */
function planChosen(choice: PlanChoice, nowMs: number): Plan | Problem {
  return planFrom(planRequestOf(choice), { seed: "reviewed", nowMs });
}

/** The plan as far as it can be told while something is still wrong with it: its preset, and whom it is for. */
export function shownPlan(choice: PlanChoice, nowMs: number): Plan {
  const plan = planChosen(choice, nowMs);
  if (!isProblem(plan)) return plan;
  const { targeting = "continuous" } = planRequestOf(choice) ?? {};
  return { ...planOf(choice.preset, "reviewed"), targeting };
}

/** Which part of the form something is wrong with; `plan`: none of them. */
export type PlanPart = "plan" | "targeting" | "maxDevices" | "attempts" | "start" | "deadline";

/** What is wrong with a plan, and where that is said. */
export type PlanProblem = { readonly part: PlanPart; readonly message: string };

/** Why a choice cannot be sent; absent: it can. */
export function planChoiceProblem(choice: PlanChoice, nowMs: number): PlanProblem | undefined {
  if (choice.start === "at" && choice.startAt === "") return { part: "start", message: "Choose a date and a time." };
  const plan = planChosen(choice, nowMs);
  return isProblem(plan) ? { part: planPartOf(plan.field), message: plan.message } : undefined;
}

/** Where the form asks for a field of a plan, such as `plan.targeting.deviceIds`. */
export function planPartOf(field: string | undefined): PlanPart {
  const [, part] = PARTS.find(([path]) => field?.startsWith(`plan.${path}`) === true) ?? [];
  return part ?? "plan";
}

const PARTS: readonly (readonly [string, PlanPart])[] = [
  ["targeting", "targeting"],
  ["maxDevices", "maxDevices"],
  ["retry", "attempts"],
  ["startAtMs", "start"],
  ["startPolicy", "start"],
  ["deadlineAtMs", "deadline"],
];
