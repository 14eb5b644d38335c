import { expect, test } from "vitest";
import { days } from "#lib/duration.ts";
import { NO_FAULTS } from "#domain/world.ts";
import { HEALTHY } from "#mocks/engine/simulation.ts";
import { stage } from "#mocks/engine/stage.ts";

/** How 60 devices of a troubled fleet end, when each report arrives once and when it may arrive twice. */
function ends(seed: number, duplicatePercent: number) {
  const set = stage({ ...HEALTHY, failPercent: 40 }, `seed ${seed}`);
  const { act, deploy, fleet, rows, travel } = set;
  fleet(60);
  act({ kind: "set-faults", faults: { ...NO_FAULTS, duplicatePercent } });
  const id = deploy({ main: "2.0.0" });
  travel(days(4));
  return rows(id).map(({ name, substate, attempt }) => `${name} ${substate} ${attempt}`);
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "a fleet whose reports all arrive twice ends as if each arrived once (%i)",
  (seed) => {
    expect(ends(seed, 100)).toEqual(ends(seed, 0));
  },
);
