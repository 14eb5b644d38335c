/** The name of one of the things that were read; an id nobody knows keeps its place under a word that says so. */
export function nameOf<Id extends string>(
  all: readonly { readonly id: Id; readonly name: string }[],
  id: Id,
  unknown: string,
): string {
  return all.find((one) => one.id === id)?.name ?? unknown;
}
