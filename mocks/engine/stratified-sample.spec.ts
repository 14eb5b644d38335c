import { expect, test } from "vitest";
import { addFleet } from "./add-fleet.ts";
import { stage } from "./stage.ts";
import { stratifiedSample } from "./stratified-sample.ts";

/** A fleet of kinds of which the numbers are given: boards and versions in turn. */
function fleetOf(...counts: readonly number[]) {
  const { world, act, projectId } = stage();
  const blueprintIds = ["rev B", "rev C"].map(
    (name) => act({ kind: "create-blueprint", projectId, name }).blueprintId!,
  );
  let firstNumber = 1;
  counts.forEach((count, at) => {
    const versions = { main: `${at >> 1}.0.0` };
    const blueprintId = blueprintIds[at % 2]!;
    addFleet(world, { projectId, count, namePrefix: "pump-", firstNumber, digits: 6, versions, blueprintId });
    firstNumber += count;
  });
  const devices = Int32Array.from({ length: world.fleet.count }, (_, device) => device);
  /** How many of each kind are in a sample. */
  const sampled = (most: number): readonly number[] => {
    const sample = stratifiedSample(world, world.projects[0]!, devices, most);
    let first = 0;
    return counts.map((count) => {
      const end = first + count;
      const inKind = [...sample].filter((device) => device >= first && device < end).length;
      first = end;
      return inKind;
    });
  };
  return { world, devices, sampled };
}

test("who fits is all there", () => {
  expect(fleetOf(3, 2).sampled(5)).toEqual([3, 2]);
});

test.each([
  ["shares are kept", [600, 300, 100], 100, [60, 30, 10]],
  ["the largest remainders are filled up", [500, 333, 167], 10, [5, 3, 2]],
  ["a kind of a few devices is not left out", [9_990, 8, 2], 100, [98, 1, 1]],
  ["where there is not room for one of each, the smallest are left out", [5, 4, 3, 2], 2, [1, 1, 0, 0]],
])("%s", (_, counts, most, expected) => {
  expect(fleetOf(...counts).sampled(most)).toEqual(expected);
});

test("the same devices give the same sample, spread over all of them", () => {
  const { world, devices } = fleetOf(1_000);
  const sample = stratifiedSample(world, world.projects[0]!, devices, 10);
  expect([...sample]).toEqual([99, 199, 299, 399, 499, 599, 699, 799, 899, 999]);
});
