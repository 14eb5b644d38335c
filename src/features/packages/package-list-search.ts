import { freeText } from "#navigation/search-params.ts";

/** What the list of packages keeps in its address. */
export const packageListSearch = { term: freeText(100) };
