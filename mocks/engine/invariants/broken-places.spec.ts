import { beforeEach, expect, test, vi } from "vitest";
import { isSeenBroken, type Broken } from "./seen-broken.ts";

/** As in broken-engine.spec.ts: an engine in which something about who belongs where, and what fits whom, is broken. */
const BROKEN: readonly Broken[] = [
  {
    number: 9,
    how: "what is for other tags fits, too",
    shownIn: 12,
    breakIt: () =>
      vi.doMock(import("#domain/artifact-fit.ts"), async (whole) => {
        const fit = await whole();
        const fittingVariant: typeof fit.fittingVariant = (variants, device) =>
          fit.fittingVariant(variants, { ...device, tagIds: variants.flatMap(({ tagIds }) => tagIds) });
        return { ...fit, fittingVariant };
      }),
  },
  {
    number: 9,
    how: "what must run before is not looked at",
    shownIn: 33,
    breakIt: () =>
      vi.doMock(import("#domain/artifact-fit.ts"), async (whole) => {
        const fit = await whole();
        const fittingVariant: typeof fit.fittingVariant = (variants, device) =>
          variants.find((variant) => fit.fittingVariant([{ ...variant, requires: new Map() }], device) !== undefined);
        return { ...fit, fittingVariant };
      }),
  },
  {
    number: 14,
    how: "the tags of a filter are not looked at",
    shownIn: 39,
    breakIt: () =>
      vi.doMock(import("#domain/cohort-filter.ts"), async (whole) => {
        const filters = await whole();
        const filterTakes: typeof filters.filterTakes = (filter, device) =>
          filters.filterTakes({ ...filter, tagIds: [] }, device);
        return { ...filters, filterTakes };
      }),
  },
  {
    number: 14,
    how: "a device is found from every project",
    shownIn: 28,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/commands/device-row.ts"), async (whole) => {
        const rows = await whole();
        return { ...rows, deviceRow: (world, _, deviceId) => rows.existingDevice(world, deviceId) };
      }),
  },
  {
    number: 14,
    how: "a change of cohort that was put off comes at once",
    shownIn: 36,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/pending-moves.ts"), async (whole) => {
        const moves = await whole();
        return { ...moves, moveAt: (world, device, cohort) => moves.moveAt(world, device, cohort, undefined) };
      }),
  },
];

const REPLACED = [
  "#domain/artifact-fit.ts",
  "#domain/cohort-filter.ts",
  "#mocks/engine/commands/device-row.ts",
  "#mocks/engine/pending-moves.ts",
];

beforeEach(() => {
  for (const module of REPLACED) vi.doUnmock(module);
  vi.resetModules();
});

test.each(BROKEN)("invariant $number is seen broken where $how", async (broken) => {
  expect(await isSeenBroken(broken)).toBe(true);
});
