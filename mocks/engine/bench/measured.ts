/** What one run of one size found. Times in ms of the wall, memory in bytes of heap and buffers after a collection. */
export type Measured = {
  readonly devices: number;
  /** Until whoever started a deployment has the answer. */
  readonly startMs: number;
  /** What follows at that instant: every device is told of it. */
  readonly tellingMs: number;
  /** The first simulated hour of a rollout to every device. */
  readonly firstHour: Worked;
  /** An hour of the same world in which nobody has anything to do any more, save the few who are away. */
  readonly quietHour: Worked;
  /** From the log of a day: two deployments to all, the words of 1,000 devices over HTTP. Building the fleet is not in it. */
  readonly replayedDayMs: number;
  readonly pageFirstMs: number;
  readonly pageAgainMs: readonly number[];
  readonly pulseMs: readonly number[];
  readonly memory: {
    /** A process that has loaded the engine and made nothing. */
    readonly empty: number;
    /** Devices that run something and no deployment. */
    readonly atRest: number;
    /** The most at any of four moments of the rollout: just started, after 3 and 10 minutes, after the hour. */
    readonly most: number;
  };
};

/** What was worked through in a stretch of simulated time. */
export type Worked = {
  readonly tookMs: number;
  /** What the processors worked for it, collections included: on a busy machine less than it took. */
  readonly workedMs: number;
  readonly messages: number;
  readonly timeLimits: number;
  /** Entries taken off the schedule. */
  readonly planned: number;
};
