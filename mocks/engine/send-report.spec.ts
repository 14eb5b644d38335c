import { describe, expect, test } from "vitest";
import { days, minutes } from "#lib/duration.ts";
import { NO_FAULTS, type Faults } from "#domain/world.ts";
import { HEALTHY } from "./simulation.ts";
import { stage } from "./stage.ts";

/** A fleet in ordinary trouble gets a deployment while reports are doubled or fall behind. */
function landed(faults: Partial<Faults>) {
  const { world, act, fleet, deploy, substates, travel, rows } = stage({ ...HEALTHY, failPercent: 20 });
  fleet(300);
  act({ kind: "set-faults", faults: { ...NO_FAULTS, ...faults } });
  const id = deploy({ main: "2.0.0" });
  travel(days(12));
  return { substates: substates(id), reports: world.projects[0]!.events.count, rows: rows(id) };
}

describe("reports on their way", () => {
  test("all heard twice: every device ends as it does without, by as many attempts", () => {
    const [once, twice] = [landed({}), landed({ duplicatePercent: 100 })];
    expect(twice.substates).toEqual(once.substates);
    expect(twice.rows.map(({ attempt }) => attempt)).toEqual(once.rows.map(({ attempt }) => attempt));
    expect(twice.reports).toBe(2 * once.reports);
  });

  test.each([10, 50, 100])(
    "of them %i in a hundred heard after the next one: nobody stays on the way",
    (reorderPercent) => {
      const { rows, substates } = landed({ reorderPercent });
      expect(rows.filter(({ bucket }) => bucket === "in-progress")).toEqual([]);
      expect(substates.verified).toBeGreaterThan(250);
    },
  );

  test("one that fell behind is heard when the next one is, and never before", () => {
    const { world, act, fleet, deploy, rows, travel } = stage();
    fleet(1);
    act({ kind: "set-faults", faults: { ...NO_FAULTS, reorderPercent: 100 } });
    const id = deploy({ main: "2.0.0" });
    while (world.delayed.size === 0) travel(100);
    expect([world.projects[0]!.events.count, rows(id)[0]?.substate]).toEqual([0, "offered"]);
    travel(minutes(1));
    expect(world.projects[0]!.events.count).toBeGreaterThan(1);
  });
});
