import type { Page } from "#domain/project.ts";

/** Pages of a list that is read whole are this large, the largest a backend has to grant. */
const PER_PAGE = 100;

/**
 * Reads a list whole, page by page: the first tells how many there are, the others come side by side.
 * @param atMost reads no further than about this many items.
 */
export async function allPages<T>(
  readPage: (page: { readonly page: number; readonly perPage: number }) => Promise<Page<T>>,
  atMost = Infinity,
): Promise<readonly T[]> {
  const first = await readPage({ page: 0, perPage: PER_PAGE });
  const pages = Math.ceil(Math.min(first.total, atMost) / PER_PAGE);
  const others = Array.from({ length: Math.max(0, pages - 1) }, (_, at) =>
    readPage({ page: at + 1, perPage: PER_PAGE }),
  );
  return [first, ...(await Promise.all(others))].flatMap(({ list }) => list);
}
