import { useEffect, useRef } from "react";
import { useLocation, useNavigation, useSearchParams } from "react-router";
import type { SearchParam } from "./search-params.ts";

/** What a page reads from its address: every parameter has a value. */
export type SearchValues<S> = { readonly [K in keyof S]: S[K] extends SearchParam<infer T> ? T : never };

/** Reads all parameters of a schema. Unknown values fall back, unknown names are ignored: nothing here throws. */
export function readSearch<S extends object>(schema: S, search: URLSearchParams): SearchValues<S> {
  const values = Object.entries(schema).map(([name, param]) => [name, param.parse(search.getAll(name))]);
  return Object.fromEntries(values);
}

/** The search of a loader's request, read by a schema. */
export function searchOf<S extends object>(schema: S, request: Request): SearchValues<S> {
  return readSearch(schema, new URL(request.url).searchParams);
}

/** The search after a change: names of other schemas are kept, values equal to their fallback are left out. */
export function changeSearch<S extends object>(
  schema: S,
  search: URLSearchParams,
  change: Partial<SearchValues<S>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  const values: Record<string, unknown> = { ...readSearch(schema, search), ...change };
  for (const [name, param] of Object.entries(schema)) {
    next.delete(name);
    const written: readonly string[] = param.format(values[name]);
    const fallback: readonly string[] = param.format(param.fallback);
    if (written.join("\n") !== fallback.join("\n")) for (const value of written) next.append(name, value);
  }
  return next;
}

/**
 * State that lives in the address, so that a reload and a shared link show the same.
 * A change replaces the entry in the browser's history and leaves the scroll where it is.
 */
export function useUrlState<S extends object>(
  schema: S,
): readonly [SearchValues<S>, (change: Partial<SearchValues<S>>) => void] {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const { location } = useNavigation();
  // What this page shows or is on its way to: a change made while another still loads builds on that one, also when it
  // was timed before the other and fires after it.
  const newest = useRef(search);

  // The router's own state: it is told to us by rendering.
  useEffect(() => {
    newest.current = location?.pathname === pathname ? new URLSearchParams(location.search) : search;
  }, [location, pathname, search]);

  const apply = (change: Partial<SearchValues<S>>) => {
    newest.current = changeSearch(schema, newest.current, change);
    setSearch(newest.current, { replace: true, preventScrollReset: true });
  };
  return [readSearch(schema, search), apply];
}
