import compareSemver from "semver/functions/compare.js";
import parseSemver from "semver/functions/parse.js";

/** How the version of a package moved. `changed`: another version, and nobody can say which way. */
export type VersionChange = "upgraded" | "downgraded" | "changed" | "unchanged";

/** What happens to a version when `to` replaces `from`. Source: domain.md, Version order. */
export function changeBetween(from: string, to: string): VersionChange {
  if (from === to) return "unchanged";
  const order = compareVersions(to, from);
  if (order === undefined || order === 0) return "changed";
  return order > 0 ? "upgraded" : "downgraded";
}

/**
 * Below 0 when `a` comes before `b`, above 0 when after, 0 when they have the same precedence.
 * Dotted numbers of any length compare number by number, missing parts being 0; SemVer 2.0 orders what has a suffix.
 * `undefined` when one of them is neither (a date, `2024-Q4`, a commit).
 */
export function compareVersions(a: string, b: string): number | undefined {
  const left = parseVersion(a);
  const right = parseVersion(b);
  if (left === undefined || right === undefined) return undefined;
  return compareNumbers(left.numbers, right.numbers) || compareSemver(`0.0.0${left.suffix}`, `0.0.0${right.suffix}`);
}

type ParsedVersion = { readonly numbers: readonly bigint[]; readonly suffix: string };

function parseVersion(text: string): ParsedVersion | undefined {
  if (/^\d+(\.\d+)*$/.test(text)) return { numbers: text.split(".").map(BigInt), suffix: "" };
  // The library would take "v1.2.3" too; on the wire that is another text, so its direction is unknown.
  const version = /^\d/.test(text) ? parseSemver(text) : null;
  if (version === null) return undefined;
  const suffix = version.prerelease.length === 0 ? "" : `-${version.prerelease.join(".")}`;
  return { numbers: [version.major, version.minor, version.patch].map(BigInt), suffix };
}

function compareNumbers(a: readonly bigint[], b: readonly bigint[]): number {
  for (let part = 0; part < Math.max(a.length, b.length); part += 1) {
    const [left, right] = [a[part] ?? 0n, b[part] ?? 0n];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
