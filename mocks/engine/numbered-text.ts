/** Texts that are a prefix and a number, e.g. `pump-0042`. The radix is 10 or 16, digits are lower case. */
export type Numbered = {
  readonly prefix: string;
  /** The number has at least as many digits, zeros before it. */
  readonly digits: number;
  readonly radix: 10 | 16;
};

/**
 * Whether such a text contains a term, asked by the number alone: no text is made, so that a million are looked through
 * while somebody types. The term is not empty; numbers are below 2^32.
 */
export function containsTerm({ prefix, digits, radix }: Numbered, term: string): (number: number) => boolean {
  if (prefix.includes(term)) return () => true;
  const starts = startsOfNumber(prefix, term).flatMap((start) => digitsOf(start, radix) ?? []);
  const anywhere = digitsOf(term, radix);
  if (anywhere === undefined && starts.length === 0) return () => false;
  const powers = Array.from({ length: MOST_DIGITS }, (_, places) => radix ** places);
  const least = radix ** digits;
  return (number) => {
    const length = number < least ? digits : number.toString(radix).length;
    for (const start of starts) if (beginsWith(number, length, powers, start)) return true;
    return anywhere !== undefined && holds(number, length, powers, anywhere);
  };
}

/** Numbers are below 2^32, and names are padded to no more than this. */
const MOST_DIGITS = 17;

/** Digits as a number and how many they are. */
type Digits = { readonly value: number; readonly length: number };

function digitsOf(text: string, radix: 10 | 16): Digits | undefined {
  const isDigits = (radix === 10 ? /^[0-9]{1,13}$/ : /^[0-9a-f]{1,13}$/).test(text);
  return isDigits ? { value: Number.parseInt(text, radix), length: text.length } : undefined;
}

/** What the number has to begin with when a term begins at the end of the prefix. */
function startsOfNumber(prefix: string, term: string): readonly string[] {
  return Array.from({ length: term.length - 1 }, (_, at) => at + 1)
    .filter((length) => prefix.endsWith(term.slice(0, length)))
    .map((length) => term.slice(length));
}

function beginsWith(number: number, length: number, powers: readonly number[], start: Digits): boolean {
  const rest = length - start.length;
  return rest >= 0 && Math.floor(number / (powers[rest] ?? Infinity)) === start.value;
}

function holds(number: number, length: number, powers: readonly number[], digits: Digits): boolean {
  const unit = powers[digits.length] ?? Infinity;
  for (let places = length - digits.length; places >= 0; places -= 1) {
    const rest = Math.floor(number / (powers[places] ?? Infinity));
    // What stands above the digits is taken off by hand: the remainder of large numbers is slow to ask for.
    if (rest - Math.floor(rest / unit) * unit === digits.value) return true;
  }
  return false;
}
