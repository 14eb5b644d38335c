/** "1 of 3", "–" before the first. A device that goes on by itself can pass the plan's limit: "4". */
export function attemptText(attempt: number, maxAttempts: number): string {
  if (attempt === 0) return "–";
  return attempt > maxAttempts ? String(attempt) : `${attempt} of ${maxAttempts}`;
}
