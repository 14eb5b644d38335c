import { describe, expect, test } from "vitest";
import type { CohortId, DeviceId } from "#domain/ids.ts";
import { chosenCount, movedCount, moveOf, NOTHING_CHOSEN, picking } from "./move.ts";
import type { Choice, Picked } from "./move.ts";

const here = "here" as CohortId;

function device(id: string, cohort?: string): Picked {
  return {
    id: id as DeviceId,
    name: `sensor ${id}`,
    ...(cohort === undefined ? {} : { cohortId: cohort as CohortId }),
  };
}

describe("picked by hand", () => {
  const choice = picking(NOTHING_CHOSEN, [device("1"), device("2", "a"), device("3", "b"), device("4", "b")], true);

  test("the cohorts they leave are counted, the largest loss first", () => {
    expect(moveOf(choice, here)).toEqual({
      chosen: 4,
      alreadyHere: 0,
      fromNoCohort: 1,
      leaving: [
        { cohortId: "b", count: 2 },
        { cohortId: "a", count: 1 },
      ],
    });
  });

  test("a device picked twice counts once", () => {
    expect(chosenCount(picking(choice, [device("1")], true))).toBe(4);
  });

  test("a device can be taken back", () => {
    expect(chosenCount(picking(choice, [device("3", "b"), device("4", "b")], false))).toBe(2);
  });
});

describe("all that match a filter", () => {
  const choice: Choice = {
    kind: "matching",
    filter: { term: "eu" },
    total: 1_250,
    facets: {
      cohort: [
        { value: "", count: 200 },
        { value: "here", count: 50 },
        { value: "a", count: 1_000 },
      ],
      blueprint: [],
    },
  };

  test("those that are here already do not move", () => {
    const move = moveOf(choice, here);
    expect(move).toEqual({
      chosen: 1_250,
      alreadyHere: 50,
      fromNoCohort: 200,
      leaving: [{ cohortId: "a", count: 1_000 }],
    });
    expect(movedCount(move)).toBe(1_200);
  });

  test("picking one by hand afterwards starts from nothing", () => {
    expect(chosenCount(picking(choice, [device("1")], true))).toBe(1);
  });
});
