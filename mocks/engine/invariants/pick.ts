/** One of those there are, whatever the number. */
export function pick<T>(from: readonly T[], at: number): T {
  const found = from[at % from.length];
  if (found === undefined) throw new Error("There is nothing to choose from.");
  return found;
}
