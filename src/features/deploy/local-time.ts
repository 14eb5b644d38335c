/** An instant as a field for a date and a time has it, in the reader's zone: "2026-11-18T09:00". */
export function localTextOf(atMs: number): string {
  const offsetMs = new Date(atMs).getTimezoneOffset() * 60_000;
  return new Date(atMs - offsetMs).toISOString().slice(0, 16);
}

/** The instant that such a field means; NaN while it is not filled in. */
export function msOfLocalText(text: string): number {
  return Date.parse(text);
}

/** The zone that such fields are in: "Europe/Berlin". */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
