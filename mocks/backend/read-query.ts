import { isPackageVersion } from "#domain/package-version.ts";
import type { PageQuery } from "#mocks/engine/queries.ts";
import { refusal } from "./refusal.ts";

/** A list is handed out in pages of at most this many. Source: Golioth, Devices_List. */
export const MAX_PER_PAGE = 100;

/** The `page` and `perPage` of a query, or what they are when left out. */
export function pageQuery(query: URLSearchParams): PageQuery {
  return {
    page: wholeNumber(query, "page", { least: 0, most: 10_000_000 }) ?? 0,
    perPage: wholeNumber(query, "perPage", { least: 1, most: MAX_PER_PAGE }) ?? MAX_PER_PAGE,
  };
}

/** A text of a query; left out and empty are the same. */
export function word(query: URLSearchParams, name: string): string | undefined {
  const value = query.get(name);
  return value === null || value === "" ? undefined : value;
}

/** Every value of a repeated parameter, empty ones left out; undefined when there is none. */
export function words(query: URLSearchParams, name: string): readonly string[] | undefined {
  const values = query.getAll(name).filter((value) => value !== "");
  return values.length === 0 ? undefined : values;
}

/** Every `package@version` of a repeated parameter; undefined when there is none. */
export function packageVersions(query: URLSearchParams, name: string): readonly string[] | undefined {
  return words(query, name)?.map((text) => packageVersion(text, name));
}

/** A text as `package@version`. @throws a Refusal that names the field. */
export function packageVersion(text: string, name: string): string {
  if (isPackageVersion(text)) return text;
  throw refusal("invalid", `${name} must be a package and a version such as main@2.0.0.`, name);
}

/** A whole number within bounds. */
export function wholeNumber(
  query: URLSearchParams,
  name: string,
  bounds: { readonly least: number; readonly most: number },
): number | undefined {
  const text = word(query, name);
  if (text === undefined) return undefined;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= bounds.least && value <= bounds.most) return value;
  throw refusal("invalid", `${name} must be a whole number from ${bounds.least} to ${bounds.most}.`, name);
}

/** Any number of whole numbers from 0. */
export function wholeNumbers(query: URLSearchParams, name: string): readonly number[] | undefined {
  return words(query, name)?.map((text) => {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw refusal("invalid", `${name} must be a whole number from 0.`, name);
  });
}

/** `true` or `false`. */
export function trueOrFalse(query: URLSearchParams, name: string): boolean | undefined {
  const text = word(query, name);
  if (text === undefined) return undefined;
  if (text === "true" || text === "false") return text === "true";
  throw refusal("invalid", `${name} must be true or false.`, name);
}

/** One of the words that are known. */
export function oneOf<Word extends string>(
  query: URLSearchParams,
  name: string,
  known: readonly Word[],
): Word | undefined {
  const text = word(query, name);
  return text === undefined ? undefined : theKnown(text, name, known);
}

/** Any number of the words that are known. */
export function someOf<Word extends string>(
  query: URLSearchParams,
  name: string,
  known: readonly Word[],
): readonly Word[] | undefined {
  return words(query, name)?.map((text) => theKnown(text, name, known));
}

/** An instant as RFC 3339 writes it, in milliseconds since 1970. */
export function instant(query: URLSearchParams, name: string): number | undefined {
  const text = word(query, name);
  if (text === undefined) return undefined;
  const atMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(atMs)) return atMs;
  throw refusal("invalid", `${name} must be a date and time such as 2026-11-21T08:00:00Z.`, name);
}

function theKnown<Word extends string>(text: string, name: string, known: readonly Word[]): Word {
  const found = known.find((candidate) => candidate === text);
  if (found !== undefined) return found;
  throw refusal("invalid", `${name} must be one of ${known.join(", ")}.`, name);
}
