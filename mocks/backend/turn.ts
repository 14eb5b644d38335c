/** Lets one act at a time through, in the order they came, whatever becomes of each. */
export type Turn = <T>(act: () => Promise<T>) => Promise<T>;

/** A new queue with nobody in it. */
export function turns(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = last.then(act);
    // The next in line does not care how this act ended; its caller does, and gets `mine`.
    last = mine.catch(() => undefined);
    return mine;
  };
}
