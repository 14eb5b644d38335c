/**
 * Makes a missing case a compile error, and an impossible value a loud one.
 * @throws always: whoever gets here holds a value its type forbids.
 */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}
