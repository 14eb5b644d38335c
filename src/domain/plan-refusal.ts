import type { Problem } from "./problem.ts";
import type { Size } from "./size.ts";

/** Most devices a size or a limit can name. */
const COUNT_MAX = 1_000_000_000;

/** Longest wait that a plan can ask for anywhere: a leap year, in minutes. */
export const MINUTES_MAX = 366 * 24 * 60;

/** A plan refused for one of its fields; `field` is its path below `plan`. */
export function refused(field: string, message: string): Problem {
  return { problem: "unprocessable", field: `plan.${field}`, message };
}

/** Whether a number is whole and between both bounds, these included. */
export function isWhole(value: number, least: number, most: number = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Whether a number is above 0 and at most 100. */
export function isShare(percent: number): boolean {
  return percent > 0 && percent <= 100;
}

/** Why a size means no device, or two different numbers of them. */
export function sizeProblem(field: string, size: Size): Problem | undefined {
  const { count, percent, atLeast }: { count?: number; percent?: number; atLeast?: number } = size;
  if ((count === undefined) === (percent === undefined) || (count !== undefined && atLeast !== undefined)) {
    return refused(field, "A size is either a number of devices or a share of them.");
  }
  if (count !== undefined && !isWhole(count, 1, COUNT_MAX)) {
    return refused(field, "A number of devices is a whole number of at least 1.");
  }
  if (percent !== undefined && !isShare(percent)) return refused(field, "A share is above 0 and at most 100 percent.");
  if (atLeast !== undefined && !isWhole(atLeast, 1, COUNT_MAX)) {
    return refused(field, "The least number of a share is a whole number of at least 1.");
  }
  return undefined;
}
