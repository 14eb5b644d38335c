import { describe, expect, test } from "vitest";
import { changesText, reviewPlan, stillToTake } from "./review-plan.ts";
import { artifact, impact, packageId, packageImpact, picks } from "./specimens.ts";

const artifacts = ["main@2.4.1", "modem@1", "calib@14"].map((name) => artifact(name));
const measured = impact({
  packages: [
    packageImpact("main@2.4.1", { upgrade: 1_171, downgrade: 12, alreadyThere: 38 }),
    packageImpact("modem@1", { alreadyThere: 1_221 }, { transferBytes: 0 }),
    packageImpact("calib@14", { unknown: 1_221 }),
  ],
});
const plan = (
  before: Record<string, string>,
  after: Record<string, string>,
  of: typeof measured | undefined = measured,
) =>
  reviewPlan({ before: picks(before), after: picks(after), mainPackageId: packageId("main"), artifacts, impact: of });

test("every package has a line: changed ones first, unchanged ones apart, none left out", () => {
  const { changed, unchanged, total } = plan(
    { main: "2.3.0", modem: "1", "loader-aux": "0.9.1" },
    { main: "2.4.1", modem: "1", calib: "14" },
  );
  expect(changed.map(({ change }) => [change.packageId, change.kind])).toEqual([
    ["main", "upgraded"],
    ["calib", "added"],
    ["loader-aux", "removed"],
  ]);
  expect(unchanged.map(({ change }) => change.packageId)).toEqual(["modem"]);
  expect(total).toBe(4);
});

test("a line holds what devices report and what one of them downloads", () => {
  const [main] = plan({ main: "2.3.0" }, { main: "2.4.1" }).changed;
  expect(main).toMatchObject({
    main: true,
    impact: { numbers: { upgrade: 1_171, downgrade: 12, alreadyThere: 38 } },
    sizeBytes: { least: 1_000, most: 1_000 },
  });
});

test("what no device downloads has no size", () => {
  const [modem] = plan({ modem: "1" }, { modem: "1" }).unchanged;
  expect(modem?.sizeBytes).toBeUndefined();
});

test("a removed package has neither impact nor size", () => {
  const [removed] = plan({ modem: "1" }, {}).changed;
  expect(removed).toEqual({ main: false, change: { kind: "removed", packageId: "modem", from: "1" } });
});

test("without an impact the lines compare with the last deployment only", () => {
  const [main] = reviewPlan({
    before: picks({ main: "2.3.0" }),
    after: picks({ main: "2.4.1" }),
    mainPackageId: undefined,
    artifacts,
    impact: undefined,
  }).changed;
  expect(main).toEqual({
    main: false,
    change: { kind: "upgraded", packageId: "main", from: "2.3.0", to: "2.4.1" },
    sizeBytes: { least: 1_000, most: 1_000 },
  });
});

test("devices that still lack an unchanged package are not forgotten", () => {
  const late = impact({ packages: [packageImpact("modem@1", { upgrade: 30, changed: 2, alreadyThere: 900 })] });
  expect(plan({ modem: "1" }, { modem: "1" }, late).unchanged.map(stillToTake)).toEqual([32]);
  expect(plan({ modem: "1" }, {}).changed.map(stillToTake)).toEqual([0]);
});

describe("the heading", () => {
  test.each([
    ["some", { main: "1", modem: "1", calib: "1" }, { main: "2", modem: "1" }, "changes 2 of 3 packages"],
    ["the only one", { main: "1" }, { main: "2" }, "changes 1 of 1 package"],
    ["none", { main: "1", modem: "1" }, { main: "1", modem: "1" }, "changes none of 2 packages"],
    ["not the only one", { main: "1" }, { main: "1" }, "does not change its package"],
    ["first ones", {}, { main: "1", modem: "1" }, "adds the first 2 packages"],
    ["a first one", {}, { main: "1" }, "adds the first package"],
    ["nothing at all", {}, {}, "has no packages yet"],
    ["an added one beside others", { main: "1" }, { main: "1", modem: "1" }, "changes 1 of 2 packages"],
  ])("%s", (_, before, after, text) => {
    expect(changesText(plan(before as Record<string, string>, after as Record<string, string>))).toBe(text);
  });
});
