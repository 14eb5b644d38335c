import { expect, test } from "vitest";
import { minutes } from "#lib/duration.ts";
import { isProblem } from "#domain/problem.ts";
import { TARGET_SORTS, type TargetFilter, type TargetSort } from "#domain/target.ts";
import { listTargets } from "./read-targets.ts";
import { FLAWLESS } from "./simulation.ts";
import { stage } from "./stage.ts";

/** Twelve devices under way to 2.0.0: two boards, two tags, some failing with reason 9. */
function rollout() {
  const set = stage(FLAWLESS);
  const { act, deploy, fleet, projectId, travel, world } = set;
  const tag = (name: string) => act({ kind: "create-tag", projectId, name }).tagId!;
  const board = (name: string) => act({ kind: "create-blueprint", projectId, name }).blueprintId!;
  const [eu, pilot, revB, revC] = [tag("eu"), tag("pilot"), board("rev B"), board("rev C")];
  fleet(4, { blueprintId: revB, tagIds: [eu] });
  fleet(3, { blueprintId: revC, tagIds: [eu, pilot] });
  fleet(2, { blueprintId: revC });
  fleet(3);
  world.simulation = { ...FLAWLESS, correlated: [{ failPercent: 100, kind: "9", blueprintId: revC }] };
  const id = deploy({ main: "2.0.0" });
  travel(minutes(30));
  const names = (filter: TargetFilter, sort?: TargetSort) => {
    const page = listTargets(world, projectId, id, {
      page: 0,
      perPage: 100,
      filter,
      ...(sort === undefined ? {} : { sort }),
    });
    return page === undefined || isProblem(page) ? [] : page.list.map(({ name }) => Number(name.slice(-2)));
  };
  return { ...set, id, eu, pilot, revB, revC, names };
}

test("values of one name are alternatives, names are all required", () => {
  const { eu, names, pilot, revB, revC } = rollout();
  const nobody = "000000000000000000000000" as never;
  const table: readonly [TargetFilter, readonly number[]][] = [
    [{}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    [{ reasons: [] }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    [{ reasons: [9] }, [5, 6, 7, 8, 9]],
    [{ reasons: [5, 9] }, [5, 6, 7, 8, 9]],
    [{ reasons: [5] }, []],
    [{ reasons: [255] }, []],
    [{ blueprintIds: [revB] }, [1, 2, 3, 4]],
    [{ blueprintIds: [revB, revC] }, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [{ blueprintIds: [nobody] }, []],
    [{ tagIds: [eu] }, [1, 2, 3, 4, 5, 6, 7]],
    [{ tagIds: [pilot, nobody] }, [5, 6, 7]],
    [{ tagIds: [eu], blueprintIds: [revC] }, [5, 6, 7]],
    [{ packageVersions: ["main@2.0.0"] }, [1, 2, 3, 4, 10, 11, 12]],
    [{ packageVersions: ["main@1.0.0", "main@2.0.0"] }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    [{ packageVersions: ["main@9.9.9"] }, []],
    [{ packageVersions: ["nothing of the kind"] }, []],
    [{ packageVersions: ["main@2.0.0"], tagIds: [eu] }, [1, 2, 3, 4]],
    [{ buckets: ["failed"], tagIds: [pilot] }, [5, 6, 7]],
    [{ buckets: ["failed"], substates: ["verified"] }, []],
    [{ buckets: ["failed", "succeeded"], term: "1" }, [1, 10, 11, 12]],
    [{ stuck: true }, []],
  ];
  for (const [filter, expected] of table) expect([filter, names(filter)]).toEqual([filter, expected]);
});

test("rows of one key are in the order of their names, whichever way the list is sorted", () => {
  const { names } = rollout();
  const byName = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  expect(names({}, "name")).toEqual(byName);
  expect(names({}, "-name")).toEqual(byName.toReversed());
  expect(names({}, "trouble")).toEqual([5, 6, 7, 8, 9, 1, 2, 3, 4, 10, 11, 12]);
  expect(names({}, "substate")).toEqual([1, 2, 3, 4, 10, 11, 12, 5, 6, 7, 8, 9]);
  expect(names({}, "-substate")).toEqual([5, 6, 7, 8, 9, 1, 2, 3, 4, 10, 11, 12]);
  expect(names({}, "attempt")).toEqual(byName);
});

test.each(TARGET_SORTS)("sorted by %s, every row is there once", (sort) => {
  const { names } = rollout();
  expect(names({}, sort).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
