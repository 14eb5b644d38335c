/** Hours in which offers are made. `to` at or before `from` means the next day. Source: domain.md, Windows. */
export type DeployWindow = {
  /** ISO weekdays, 1 (Monday) to 7: the day on which it opens. */
  readonly days: readonly number[];
  /** Wall clock times, HH:MM. */
  readonly from: string;
  readonly to: string;
  /** IANA name of the time zone. */
  readonly zone: string;
};

/** What only a host with a time zone table knows; the core is told it. */
export type WindowClock = {
  readonly knowsZone: (zone: string) => boolean;
  /** The first instant from `fromMs` on at which the window is open, in Unix ms. */
  readonly firstOpenMs: (window: DeployWindow, fromMs: number) => number;
};

/** Minutes since midnight of HH:MM, 0 to 1,439; absent for anything else. */
export function minuteOfDay(text: string): number | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hour === undefined || minute === undefined ? undefined : Number(hour) * 60 + Number(minute);
}
