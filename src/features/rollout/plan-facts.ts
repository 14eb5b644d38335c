import { countText, devicesText } from "#domain/counts.ts";
import { haltFigure } from "#domain/halt-words.ts";
import { percentText, spanText } from "#domain/measure-words.ts";
import type { HaltRules, Phase, Plan } from "#domain/plan.ts";
import type { Size } from "#domain/size.ts";
import type { DeployWindow } from "#domain/window.ts";
import { planName } from "./plan-names.ts";

/** One fact of a plan: its name, and what was set, in lines where it is several; an instant is left to the page to word. */
export type PlanFact =
  | { readonly key: string; readonly value: string }
  | { readonly key: string; readonly lines: readonly string[] }
  | { readonly key: string; readonly atMs: number };

/** How a deployment was told to land, fact by fact. */
export function planFacts(plan: Plan): readonly PlanFact[] {
  const { phases, targeting, maxDevices, deadlineAtMs, startAtMs, startPolicy, maxUnavailable, halt, retry, timeouts } =
    plan;
  return [
    { key: "Plan", value: planName(plan.preset) },
    { key: "Devices", value: targetingText(targeting) },
    ...(maxDevices === undefined ? [] : [{ key: "Stops at", value: `${devicesText(maxDevices)} verified` }]),
    ...(startAtMs === undefined ? [] : [{ key: "Start", atMs: startAtMs }]),
    ...(startPolicy === "after-current" ? [{ key: "Start", value: "when the deployment before it is done" }] : []),
    ...(deadlineAtMs === undefined ? [] : [{ key: "Deadline", atMs: deadlineAtMs }]),
    ...(plan.window === undefined ? [] : [{ key: "Hours", value: windowText(plan.window) }]),
    { key: phases.length === 1 ? "Phase" : "Phases", lines: phases.map(phaseText) },
    { key: "Unavailable", value: isAll(maxUnavailable) ? "no limit" : `at most ${sizeText(maxUnavailable)}` },
    haltFact(halt),
    {
      key: "Attempts",
      value:
        retry.maxAttempts === 1
          ? "1, never tried again by itself"
          : `${retry.maxAttempts}, the second after about ${spanText(retry.baseMinutes)}`,
    },
    { key: "Gives up", value: timeoutText(timeouts) },
    {
      key: "Proof",
      value:
        timeouts.confirmMinutes === 0
          ? "the new version is reported"
          : `the new version is reported and kept for ${spanText(timeouts.confirmMinutes)}`,
    },
  ];
}

function targetingText(targeting: Plan["targeting"]): string {
  if (targeting === "continuous") return "all of the cohort, later ones too";
  if (targeting === "snapshot") return "those in the cohort at the start, nobody later";
  return `${devicesText(targeting.deviceIds.length)} chosen one by one`;
}

function phaseText({ name, size, maxInFlight }: Phase): string {
  const reach = sizeText(size);
  const whom = isAll(size) ? name : isNamedAfter(name, reach) ? reach : `${name}, ${reach}`;
  return isAll(maxInFlight) ? whom : `${whom}: ${sizeText(maxInFlight)} at a time`;
}

/** A phase that is called after its size says it once. */
function isNamedAfter(name: string, reach: string): boolean {
  return reach.replace("\u202f", " ").startsWith(name);
}

function sizeText(size: Size): string {
  if ("count" in size) return devicesText(size.count);
  const least = size.atLeast === undefined || size.atLeast <= 1 ? "" : ` (at least ${countText(size.atLeast)})`;
  return `${percentText(size.percent)}${least}`;
}

function isAll(size: Size): boolean {
  return "percent" in size && size.percent >= 100;
}

function haltFact(halt: HaltRules): PlanFact {
  const { absolute, ratio, streak, lost } = halt;
  const lines = [
    ...(absolute === undefined ? [] : [`${countText(absolute)} failed in a small phase`]),
    ...(ratio === undefined
      ? []
      : [`${haltFigure("ratio", ratio.percent)} failed, from ${countText(ratio.minTerminal)} finished`]),
    ...(streak === undefined ? [] : [streakText(streak, ratio?.percent)]),
    ...(lost === undefined
      ? []
      : [`${countText(lost.smallPhase)} silent in a small phase, ${countText(lost.count)} in a larger one`]),
  ];
  return lines.length === 0 ? { key: "Halts", value: "never by itself" } : { key: "Halts at", lines };
}

/** A streak grows with the devices under way where the plan takes a share of them to fail. Source: decision 0021. */
function streakText(streak: number, sharePercent: number | undefined): string {
  const atLeast = `${countText(streak)} failed in a row`;
  return sharePercent === undefined ? atLeast : `${atLeast} (${percentText(sharePercent)} of those under way, if more)`;
}

function timeoutText({ stallMinutes, installMinutes, verify, attemptMinutes }: Plan["timeouts"]): string {
  const silence = `${spanText(verify.minutes)} or ${countText(verify.heartbeats)} heartbeats of silence after a reboot`;
  return `after ${spanText(stallMinutes * 2)} without progress, ${spanText(installMinutes)} of installing, ${silence}, ${spanText(attemptMinutes)} in all`;
}

function windowText({ days, from, to, zone }: DeployWindow): string {
  const names = days.length === 7 ? "every day" : days.map((day) => DAY_NAMES[day - 1] ?? "").join(", ");
  return `${names} from ${from} to ${to}${to <= from ? " of the next day" : ""}, ${zone}`;
}

const DAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
