/** Texts that are a prefix and a number, e.g. `pump-0042`. The radix is 10 or 16, digits are lower case. */
export type Numbered = {
  readonly prefix: string;
  /** The number has at least as many digits, zeros before it. */
  readonly digits: number;
  readonly radix: 10 | 16;
};

/**
 * Whether such a text contains a term, asked by the number alone: no text is made, so that a million are looked through
 * while somebody types. The term is not empty; numbers are below 2^53.
 */
export function containsTerm({ prefix, digits, radix }: Numbered, term: string): (number: number) => boolean {
  if (prefix.includes(term)) return () => true;
  const starts = startsOfNumber(prefix, term).map((start) => valueOf(start, radix));
  const anywhere = valueOf(term, radix);
  const least = radix ** digits;
  return (number) => {
    const length = number < least ? digits : number.toString(radix).length;
    return starts.some((start) => beginsWith(number, length, radix, start)) || holds(number, length, radix, anywhere);
  };
}

/** Digits as a number and how many they are; absent: no digits. */
type Digits = { readonly value: number; readonly length: number } | undefined;

function valueOf(text: string, radix: 10 | 16): Digits {
  const isDigits = (radix === 10 ? /^[0-9]{1,13}$/ : /^[0-9a-f]{1,13}$/).test(text);
  return isDigits ? { value: Number.parseInt(text, radix), length: text.length } : undefined;
}

/** What the number has to begin with when a term begins at the end of the prefix. */
function startsOfNumber(prefix: string, term: string): readonly string[] {
  return Array.from({ length: term.length - 1 }, (_, at) => at + 1)
    .filter((length) => prefix.endsWith(term.slice(0, length)))
    .map((length) => term.slice(length));
}

function beginsWith(number: number, length: number, radix: number, start: Digits): boolean {
  return (
    start !== undefined &&
    start.length <= length &&
    Math.floor(number / radix ** (length - start.length)) === start.value
  );
}

function holds(number: number, length: number, radix: number, digits: Digits): boolean {
  if (digits === undefined) return false;
  const unit = radix ** digits.length;
  for (let places = length - digits.length, rest = number; places >= 0; places -= 1) {
    if (rest % unit === digits.value) return true;
    rest = Math.floor(rest / radix);
  }
  return false;
}
