import { describe, expect, test } from "vitest";
import { activeDeploymentOf, historyColumns, historyGrid, type HistoryCell } from "./deployment-history.ts";
import type { DeploymentState } from "./deployment.ts";
import type { PackageId } from "./ids.ts";

const main = "main" as PackageId;
const deployment = (versions: Record<string, string>) => ({
  components: Object.entries(versions).map(([packageId, version]) => ({ packageId: packageId as PackageId, version })),
});

/** "upgraded 1.0→1.1 |": what the cell says and which halves of the track it draws (`'` above, `,` below, `|` both). */
function drawn({ change, track }: HistoryCell): string {
  const from = "from" in change ? change.from : "";
  const to = "to" in change ? change.to : "";
  const line = track.above ? (track.below ? "|" : "'") : track.below ? "," : " ";
  return `${line} ${change.kind} ${from}→${to}`;
}
const table = (deployments: readonly ReturnType<typeof deployment>[], hasOlder = false) =>
  historyGrid(deployments, { mainPackageId: main, hasOlder }).rows.map(({ cells }) => cells.map(drawn));

describe("the columns of the history", () => {
  const older = Array.from({ length: 9 }, () => deployment({ main: "1" }));

  test("are the packages of the newest ten deployments, the main one first, then by name", () => {
    expect(historyColumns([deployment({ radio: "1", calib: "2", main: "1" }), ...older], main)).toEqual([
      "main",
      "calib",
      "radio",
    ]);
  });

  test("hold a package of the tenth newest, and none that only the eleventh had", () => {
    const history = [...older, deployment({ main: "1", tenth: "1" }), deployment({ main: "1", eleventh: "1" })];
    expect(historyColumns(history, main)).toEqual(["main", "tenth"]);
  });

  test("stay as they are when older deployments are loaded", () => {
    const newest = [...older, deployment({ main: "1" })];
    expect(historyColumns([...newest, deployment({ legacy: "1" })], main)).toEqual(historyColumns(newest, main));
  });

  test("do not include the main package when the newest ten are without it", () => {
    expect(historyColumns([deployment({ modem: "1" })], main)).toEqual(["modem"]);
  });
});

describe("the cells of the history", () => {
  test("say how each package moved, row by row, and draw its track", () => {
    expect(
      table([
        deployment({ main: "1.1", calib: "14" }),
        deployment({ main: "1.0", calib: "14" }),
        deployment({ main: "1.0", modem: "2" }),
        deployment({ main: "2.0", modem: "2" }),
      ]),
    ).toEqual([
      [", upgraded 1.0→1.1", ", unchanged 14→14", "  absent →"],
      ["| unchanged 1.0→1.0", "' added →14", ", removed 2→"],
      ["| downgraded 2.0→1.0", "  absent →", "| unchanged 2→2"],
      ["' added →2.0", "  absent →", "' added →2"],
    ]);
  });

  test("of the oldest loaded row are unknown while more exist, and settle when the next page comes", () => {
    const page = [deployment({ main: "1.1" }), deployment({ main: "1.0" })];
    expect(table(page, true)[1]).toEqual(["' unknown →1.0"]);
    expect(table([...page, deployment({ main: "0.9" })], true)[1]).toEqual(["| upgraded 0.9→1.0"]);
  });

  test("of rows beyond the ten keep to the same columns", () => {
    const newest = Array.from({ length: 10 }, () => deployment({ main: "1" }));
    const grid = table([...newest, deployment({ main: "1", legacy: "3" })]);
    expect(grid[9]).toEqual(["| unchanged 1→1"]);
    expect(grid[10]).toEqual(["' added →1"]);
  });

  test("there are none without deployments", () => {
    expect(historyGrid([], { mainPackageId: main, hasOlder: false })).toEqual({ columns: [], rows: [] });
  });
});

test("the active deployment is the latest started one that is not superseded, cancelled or not", () => {
  const states = (...all: Parameters<typeof activeDeploymentOf>[0][number]["state"][]) =>
    all.map((state) => ({ state }));
  expect(activeDeploymentOf(states("queued", "scheduled", "cancelled", "superseded"))).toEqual({ state: "cancelled" });
  expect(activeDeploymentOf(states("finished", "superseded"))).toEqual({ state: "finished" });
  expect(activeDeploymentOf(states("superseded", "scheduled"))).toBeUndefined();
});

test.each<[string, readonly (readonly [DeploymentState, number?])[], number | undefined]>([
  [
    "the newest that started",
    [
      ["in-progress", 2],
      ["superseded", 1],
    ],
    0,
  ],
  ["not what is still to start", [["queued"], ["scheduled"], ["pending", 1]], 2],
  ["not what was cancelled before its time", [["cancelled"], ["finished", 1]], 1],
  [
    "what was cancelled after its start",
    [
      ["cancelled", 2],
      ["superseded", 1],
    ],
    0,
  ],
  [
    "an older one whose time came later",
    [
      ["finished", 1],
      ["in-progress", 2],
    ],
    1,
  ],
  [
    "the newer of two that started at once",
    [
      ["pending", 1],
      ["superseded", 1],
    ],
    0,
  ],
])("of deployments that say when they started the active one is %s", (_what, all, expected) => {
  const deployments = all.map(([state, startedAtMs]) => ({
    state,
    ...(startedAtMs === undefined ? {} : { startedAtMs }),
  }));
  const active = activeDeploymentOf(deployments);
  expect(active === undefined ? undefined : deployments.indexOf(active)).toBe(expected);
});
