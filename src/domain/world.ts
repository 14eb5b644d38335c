/** Latest that answers can be made to come, in ms. */
export const LATENCY_MAX_MS = 60_000;

/** Faults a demo or a test can switch on, in percent of requests or devices, and milliseconds. */
export type Faults = {
  readonly errorPercent: number;
  readonly latencyMs: number;
  /** The request is lost before it has an effect. */
  readonly dropBeforePercent: number;
  /** The effect happens and the answer is lost. */
  readonly dropAfterPercent: number;
  readonly duplicatePercent: number;
  readonly reorderPercent: number;
  readonly offlinePercent: number;
  /** Share of attempts that fail with each reason code, in percent. */
  readonly failByReason: Readonly<Record<string, number>>;
  /** What becomes of the next writes outside `/v1/world`, in order; each is spent once. Not kept over a restart. */
  readonly nextAnswers?: readonly SpoiltAnswer[];
};

/**
 * Ways to spoil one answer. `lost-before`, `error` and `html` keep the request from having an effect;
 * after `lost-after` and `truncated` it had its whole effect.
 */
export const SPOILT_ANSWERS = ["lost-before", "lost-after", "error", "html", "truncated"] as const;
/** One of those ways. */
export type SpoiltAnswer = (typeof SPOILT_ANSWERS)[number];

/** The simulated world behind a mock backend: its name, its clock, its faults. */
export type WorldInfo = {
  readonly name: string;
  readonly seed: string;
  readonly epochMs: number;
  readonly nowMs: number;
  /** World seconds a wall second, 1 to 3,600. */
  readonly speed: number;
  readonly paused: boolean;
  readonly faults: Faults;
  /** Something the world has to say about itself, e.g. that it was reset because its log was of another version. */
  readonly notice?: string;
};

/** No faults at all. */
export const NO_FAULTS: Faults = {
  errorPercent: 0,
  latencyMs: 0,
  dropBeforePercent: 0,
  dropAfterPercent: 0,
  duplicatePercent: 0,
  reorderPercent: 0,
  offlinePercent: 0,
  failByReason: {},
};
