/** The conditions a device passes before it is offered a deployment, in order. Source: domain.md, What a device is told. */
export const CONDITIONS = [
  "enabled",
  "in-cohort",
  "has-deployment",
  "deployment-open",
  "not-terminal",
  "no-live-attempt-elsewhere",
  "not-held",
  "artifact-fits",
  "something-differs",
  "phase-open",
  "inside-window",
  "not-in-backoff",
  "slot-free",
  "budget-free",
] as const;
/** One of those conditions. */
export type ConditionName = (typeof CONDITIONS)[number];

/** One line of the checklist: passed, the first that failed, or not looked at because an earlier one failed. */
export type Condition = {
  readonly name: ConditionName;
  readonly outcome: "passed" | "failed" | "not-reached";
  /** One sentence with its parameters, e.g. "The deployment was cancelled." */
  readonly sentence: string;
};

/** Why a device is, or is not, updating: the verdict and the checklist it comes from. */
export type WhyNot = {
  /** The first failed condition; absent when the device would be offered the update, or has been. */
  readonly failed?: ConditionName;
  /** The verdict in one sentence. */
  readonly sentence: string;
  readonly conditions: readonly Condition[];
};
