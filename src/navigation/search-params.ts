/** One search parameter: how it is read from the address and written to it. */
export type SearchParam<T> = {
  /** What holds when the address says nothing, or nothing that is understood; never written to it. */
  readonly fallback: T;
  readonly parse: (values: readonly string[]) => T;
  readonly format: (value: T) => readonly string[];
};

/** One of the allowed words; an unknown one falls back. */
export function oneOf<const T extends string, const F extends T | undefined>(
  allowed: readonly T[],
  fallback: F,
): SearchParam<T | F> {
  return {
    fallback,
    parse: ([value]) => allowed.find((word) => word === value) ?? fallback,
    format: (value) => (value === undefined ? [] : [value]),
  };
}

/** Any of the allowed words, repeated; unknown and doubled ones are dropped, the order is that of `allowed`. */
export function anyOf<const T extends string>(allowed: readonly T[]): SearchParam<readonly T[]> {
  return {
    fallback: [],
    parse: (values) => allowed.filter((word) => values.includes(word)),
    format: (value) => value,
  };
}

/** Free text, trimmed and cut at `maxLength` characters; empty is the fallback. */
export function freeText(maxLength = 200): SearchParam<string> {
  return {
    fallback: "",
    parse: ([value]) => (value ?? "").trim().slice(0, maxLength),
    format: (value) => (value.trim() === "" ? [] : [value.trim()]),
  };
}

/** Ids of one kind, repeated; empty and doubled ones are dropped, at most `maxCount` are kept. */
export function ids<Id extends string>(maxCount: number): SearchParam<readonly Id[]> {
  return {
    fallback: [],
    parse: (values) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: an id is whatever the address says it is
      [...new Set(values.filter((value) => value !== ""))].slice(0, maxCount) as readonly string[] as readonly Id[],
    format: (value) => value,
  };
}

/** One id, cut at 64 characters; undefined when the address names none. */
export function id<Id extends string>(): SearchParam<Id | undefined> {
  const { parse } = freeText(64);
  return {
    fallback: undefined,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: an id is whatever the address says it is
    parse: (values) => (parse(values) === "" ? undefined : (parse(values) as Id)),
    format: (value) => (value === undefined ? [] : [value]),
  };
}

/** A whole number within bounds; anything else falls back. */
export function wholeNumber(fallback: number, min: number, max: number): SearchParam<number> {
  return {
    fallback,
    parse: ([value]) => {
      if (value === undefined || !/^\d{1,12}$/.test(value)) return fallback;
      const number = Number(value);
      return number >= min && number <= max ? number : fallback;
    },
    format: (value) => [String(value)],
  };
}

/** Whole numbers within bounds, repeated; others and doubled ones are dropped, the smallest comes first. */
export function numbers(min: number, max: number): SearchParam<readonly number[]> {
  return {
    fallback: [],
    parse: (values) =>
      [...new Set(values.filter((value) => /^\d{1,9}$/.test(value)).map(Number))]
        .filter((value) => value >= min && value <= max)
        .toSorted((a, b) => a - b),
    format: (value) => value.map(String),
  };
}

/** Present as `true` or not at all. */
export function flag(): SearchParam<boolean> {
  return { fallback: false, parse: ([value]) => value === "true", format: (value) => (value ? ["true"] : []) };
}
