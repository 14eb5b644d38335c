type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];

/** `T` with the fields that may be undefined made optional instead. */
export type Present<T> = Omit<T, Optional<T>> & { [K in Optional<T>]?: Exclude<T[K], undefined> };

/** The object without its undefined fields: absent is left out, in what we decode and in what we send. */
export function present<T extends object>(fields: T): Present<T> {
  // The entries lose the type of their fields; dropping the undefined ones is exactly what `Present` says.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
