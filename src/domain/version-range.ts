import { compareVersions } from "./version.ts";

/**
 * Whether `version` lies in `range`: comparators (`>=1.2.0`, `<2.0`, `=1.0.0`, or a bare version for that one) parted by
 * spaces, all of which must hold; `*` holds for any. Versions without an order are only ever equal to themselves.
 * Source: domain.md, Glossary ("requires": package → version range a device must run).
 */
export function isInRange(version: string, range: string): boolean {
  return range
    .trim()
    .split(/\s+/)
    .every((comparator) => holds(version, comparator));
}

/** Whether a text is a range that some version can satisfy by its form: at least one comparator, each with a version. */
export function isRange(range: string): boolean {
  return range
    .trim()
    .split(/\s+/)
    .every((comparator) => comparator === "*" || /^(?:[<>]=?|=)?[A-Za-z0-9._+-]+$/.test(comparator));
}

function holds(version: string, comparator: string): boolean {
  if (comparator === "*") return true;
  const operator = /^[<>]=?|^=/.exec(comparator)?.[0] ?? "=";
  const bound = comparator.startsWith(operator) ? comparator.slice(operator.length) : comparator;
  const order = compareVersions(version, bound);
  if (order === undefined) return version === bound && operator.includes("=");
  if (operator === "=") return order === 0;
  if (operator.includes("=") && order === 0) return true;
  return operator.startsWith(">") ? order > 0 : order < 0;
}
