const NARROW_SPACE = "\u202f";
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const count = new Intl.NumberFormat("en-US");

/** "1,250". */
export function formatCount(value: number | bigint): string {
  return count.format(value);
}

/** "1 device", "1,250 devices"; `many` where an `s` is not enough. */
export function formatCounted(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/**
 * "39.8 %" of a whole. Never rounds to nothing or to all: one of a million is "< 0.1 %", all but one "> 99.9 %".
 * Of an empty whole it is "0 %".
 */
export function formatShare(part: number, whole: number): string {
  if (whole === 0 || part === 0) return `0${NARROW_SPACE}%`;
  if (part === whole) return `100${NARROW_SPACE}%`;
  const percent = (part / whole) * 100;
  if (percent < 0.1) return `<${NARROW_SPACE}0.1${NARROW_SPACE}%`;
  if (percent > 99.9) return `>${NARROW_SPACE}99.9${NARROW_SPACE}%`;
  return `${percent.toFixed(1)}${NARROW_SPACE}%`;
}

/** "0 B", "412 KB", "1.4 MB", "50 MB": units of 1,024, one decimal below 10, none above. */
export function formatBytes(bytes: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  // 1,023.5 would be written as 1,024 of a unit that ends there.
  while (value >= 1_023.5 && unit < units.length - 1) {
    value /= 1_024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 9.95 || Number.isInteger(value) ? 0 : 1;
  return `${formatCount(Number(value.toFixed(digits)))} ${units[unit] ?? "B"}`;
}

/** "0 s", "45 s", "41 min", "2 h", "2 h 5 min", "3 d", "3 d 4 h": two units at most, the second only while it matters. */
export function formatDuration(ms: number): string {
  if (ms < MINUTE) return `${Math.max(0, Math.floor(ms / SECOND))} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return two(ms, HOUR, "h", MINUTE, "min");
  return ms < 7 * DAY ? two(ms, DAY, "d", HOUR, "h") : `${Math.floor(ms / DAY)} d`;
}

/** "just now", "12 s ago", "4 min ago", "9 h ago", "3 d ago"; an instant ahead reads "in 41 min". */
export function formatAge(atMs: number, nowMs: number): string {
  const ageMs = nowMs - atMs;
  if (ageMs <= -SECOND) return `in ${largestUnit(-ageMs)}`;
  return ageMs < 5 * SECOND ? "just now" : `${largestUnit(ageMs)} ago`;
}

/** "3 s ago", "2 h ago" of today; then "Mon 16:10" for six days, "12 Nov 09:40" for a year, "12 Nov 2025" before. */
export function formatWhen(atMs: number, nowMs: number, zone?: string): string {
  const ageMs = nowMs - atMs;
  if (ageMs < 12 * HOUR && ageMs > -12 * HOUR) return formatAge(atMs, nowMs);
  if (ageMs > 0 && ageMs < 6 * DAY) return dateFormat("week", zone).format(atMs).replace(",", "");
  if (Math.abs(ageMs) < 320 * DAY) return dateFormat("year", zone).format(atMs).replace(",", "");
  return dateFormat("date", zone).format(atMs);
}

/** "Tue 17 Nov 2026, 14:32:05 UTC": what a relative time is short for. */
export function formatInstant(atMs: number, zone?: string): string {
  return dateFormat("instant", zone).format(atMs).replace(",", "").replace(" at ", ", ");
}

/** "14:32". */
function formatClock(atMs: number, zone?: string): string {
  return dateFormat("clock", zone).format(atMs);
}

/** "14:32, Tue 17 Nov". */
export function formatClockDay(atMs: number, zone?: string): string {
  return `${formatClock(atMs, zone)}, ${dateFormat("day", zone).format(atMs).replace(",", "")}`;
}

/**
 * "…4269": the end of a sequence number, which tells neighbours apart. Numbers made of milliseconds end in zeros, which
 * tell nothing: "…5004…".
 */
export function formatSequenceTail(sequenceNumber: bigint): string {
  const digits = String(sequenceNumber);
  if (digits.length <= 5) return digits;
  const telling = digits.replace(/0{4,}$/, "");
  return `…${telling.slice(-4)}${telling === digits ? "" : "…"}`;
}

/** "abcdef012345…": the start of a hash or id that is too long to read. */
export function formatHashHead(hash: string, length = 12): string {
  return hash.length <= length + 1 ? hash : `${hash.slice(0, length)}…`;
}

function largestUnit(ms: number): string {
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  return ms < DAY ? `${Math.floor(ms / HOUR)} h` : `${formatCount(Math.floor(ms / DAY))} d`;
}

function two(ms: number, largeMs: number, large: string, smallMs: number, small: string): string {
  const rest = Math.floor((ms % largeMs) / smallMs);
  const head = `${Math.floor(ms / largeMs)} ${large}`;
  return rest === 0 ? head : `${head} ${rest} ${small}`;
}

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const dateStyles = {
  clock,
  day: { weekday: "short", day: "numeric", month: "short" },
  week: { weekday: "short", ...clock },
  year: { day: "numeric", month: "short", ...clock },
  date: { day: "numeric", month: "short", year: "numeric" },
  instant: {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    ...clock,
    second: "2-digit",
    timeZoneName: "short",
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// Making a formatter takes a hundred times as long as using one.
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Without a zone: the reader's. */
function dateFormat(style: keyof typeof dateStyles, zone: string | undefined): Intl.DateTimeFormat {
  const key = `${style} ${zone ?? ""}`;
  const known = dateFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    ...dateStyles[style],
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  dateFormats.set(key, made);
  return made;
}
