import { Temporal } from "temporal-polyfill";
import { minuteOfDay, type DeployWindow, type WindowClock } from "#domain/window.ts";

/** Whether offers may be made, and when that changes next, in Unix ms. */
export type WindowBoundary = { readonly open: boolean; readonly nextAtMs: number };

/** Two weeks and a day on either side: a weekly window can miss one week when a clock change swallows it. */
const LOOK_AHEAD_DAYS = 15;

/**
 * Where a window stands at `fromMs`, and its next boundary. A time that a clock change skips moves forward by what was
 * skipped, one that it repeats is meant the first time; a window whose end would come to lie before its beginning does
 * not open that day. Time zone tables differ between hosts, so this is asked once a boundary and kept in the log.
 * @throws RangeError for a zone or a time that `planFrom` refuses.
 * Source: domain.md, Windows.
 */
export function nextBoundary(window: DeployWindow, fromMs: number): WindowBoundary {
  const today = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(window.zone).toPlainDate();
  let openUntilMs = fromMs;
  for (let day = -2; day <= LOOK_AHEAD_DAYS; day += 1) {
    const hours = hoursOn(window, today.add({ days: day }));
    if (hours === undefined || hours.untilMs <= openUntilMs) continue;
    if (hours.fromMs <= openUntilMs) openUntilMs = hours.untilMs;
    else if (openUntilMs === fromMs) return { open: false, nextAtMs: hours.fromMs };
    else break;
  }
  return { open: openUntilMs > fromMs, nextAtMs: openUntilMs };
}

/** Time zones as this host knows them, for `planFrom`. */
export const windowClock: WindowClock = {
  knowsZone,
  firstOpenMs: (window, fromMs) => {
    const { open, nextAtMs } = nextBoundary(window, fromMs);
    return open ? fromMs : nextAtMs;
  },
};

type Hours = { readonly fromMs: number; readonly untilMs: number };

/** When the window of one day is open; absent on days that are not among its own. */
function hoursOn({ days, from, to, zone }: DeployWindow, date: Temporal.PlainDate): Hours | undefined {
  if (!days.includes(date.dayOfWeek)) return undefined;
  const overnight = (minuteOfDay(to) ?? 0) <= (minuteOfDay(from) ?? 0);
  const fromMs = instantOf(date, from, zone);
  const untilMs = instantOf(overnight ? date.add({ days: 1 }) : date, to, zone);
  return fromMs < untilMs ? { fromMs, untilMs } : undefined;
}

function instantOf(date: Temporal.PlainDate, time: string, zone: string): number {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(time));
  return wall.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
}

/** Names only: an offset has no clock changes, and a whole date that names a zone is none. */
function knowsZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
