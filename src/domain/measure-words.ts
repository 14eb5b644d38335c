/** "5 %", "6.4 %": a share as people read it, one decimal at most, with the space that does not break. */
export function percentText(percent: number): string {
  return `${Number(percent.toFixed(1))}\u202f%`;
}

/** "45 min", "2 h", "1 h 30 min", "24 h", "3 d": a span of a plan, which is set in minutes. */
export function spanText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${minutes} min`;
  if (hours >= 48 && minutes % (24 * 60) === 0) return `${hours / 24} d`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
