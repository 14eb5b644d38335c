import * as v from "valibot";

// The kind of an id is a word of the types alone: at this border it is taken on trust, from where the text stood.
/* oxlint-disable typescript/no-unnecessary-type-parameters */
/** Whether a text can be an id of one kind: anything but empty, opaque to us. */
export function isId<Id extends string>(text: string | null | undefined): text is Id {
  return text !== undefined && text !== null && text !== "";
}

/** An id of one kind. */
export const id = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.guard((text): text is Id => isId<Id>(text), "an id"),
  );
/* oxlint-enable typescript/no-unnecessary-type-parameters */

/** An id that may be left out, null or empty (Golioth does all three): then undefined. */
export const absentId = <Id extends string>() =>
  v.pipe(
    v.nullish(v.string()),
    v.transform((text) => (isId<Id>(text) ? text : undefined)),
  );

/** An RFC 3339 instant with up to nanoseconds, as milliseconds since 1970. */
export const instant = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text.replace(/(\.\d{3})\d+/, "$1"))),
  v.check((atMs) => Number.isFinite(atMs), "an RFC 3339 instant"),
);

/** A 64-bit number: a string of digits in every JSON. */
export const int64 = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,19}$/, "a 64-bit number"),
  v.transform((digits) => BigInt(digits)),
);

/** A number of bytes: a string of digits, exact up to 2^53. */
export const byteCount = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(Number),
  v.safeInteger("a number of bytes"),
  v.minValue(0, "a number of bytes"),
);

/** A field that may be left out or null; both are undefined. */
export const absent = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.nullish(schema),
    v.transform((value) => value ?? undefined),
  );

/** A field that may be left out or null and then has the given value. */
export const otherwise = <const S extends v.GenericSchema>(schema: S, value: NonNullable<v.InferInput<S>>) =>
  v.nullish(schema, () => value);

/** One of the known words; a word nobody knows yet becomes `fallback` instead of a crash. */
export const wordOf = <const Word extends string>(words: readonly Word[], fallback: Word) =>
  v.pipe(
    v.string(),
    v.transform((text) => words.find((word) => word === text) ?? fallback),
  );

/**
 * An object with keys from outside, as a `Map`: they may be called anything, also `constructor` or `__proto__`, which
 * `v.record` leaves out.
 */
export const mapOf = <S extends v.GenericSchema>(value: S) =>
  v.pipe(
    v.custom<object>((wire) => typeof wire === "object" && wire !== null && !Array.isArray(wire), "an object"),
    v.transform((wire) => new Map<string, unknown>(Object.entries(wire))),
    v.map(v.string(), value),
  );

/** A map from text to text. */
export const textMap = <Key extends string>() =>
  v.pipe(
    mapOf(v.string()),
    v.transform(
      (map): ReadonlyMap<Key, string> =>
        new Map([...map].flatMap(([key, text]) => (isId<Key>(key) ? [[key, text] as const] : []))),
    ),
  );

/** RFC 3339 in UTC with milliseconds. */
export function instantText(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** RFC 3339, or nothing for an instant that is not there. */
export function instantTextOf(atMs: number | undefined): string | undefined {
  return atMs === undefined ? undefined : instantText(atMs);
}
