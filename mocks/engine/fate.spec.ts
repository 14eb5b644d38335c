import { describe, expect, test } from "vitest";
import { hours } from "#lib/duration.ts";
import type { BlueprintId, PackageId, TagId } from "#domain/ids.ts";
import { fateOf } from "./fate.ts";
import { FLAWLESS, type CorrelatedFailure, type FailureKind, type Simulation } from "./simulation.ts";
import { stage, type Stage } from "./stage.ts";

/** 10,000 devices: 2,500 each of two blueprints, on two hardware revisions. */
function tenThousand(simulationOf: (known: Known) => Partial<Simulation>): Stage & Known {
  const on = stage();
  const { projectId, act, world } = on;
  const known: Known = {
    pump: act({ kind: "create-blueprint", projectId, name: "Pump" }).blueprintId!,
    valve: act({ kind: "create-blueprint", projectId, name: "Valve" }).blueprintId!,
    revB: act({ kind: "create-tag", projectId, name: "hw=rev-b" }).tagId!,
    revC: act({ kind: "create-tag", projectId, name: "hw=rev-c" }).tagId!,
  };
  for (const blueprintId of [known.pump, known.valve]) {
    for (const tag of [known.revB, known.revC]) on.fleet(2_500, { blueprintId, tagIds: [tag] });
  }
  world.simulation = { ...FLAWLESS, ...simulationOf(known) };
  return { ...on, ...known };
}

type Known = {
  readonly pump: BlueprintId;
  readonly valve: BlueprintId;
  readonly revB: TagId;
  readonly revC: TagId;
};

/** How the first attempts of all devices go in the next deployment: devices by fate. */
function fates({ world, deploy }: Stage, version = "2.0.0"): Readonly<Partial<Record<FailureKind | "well", number>>> {
  deploy({ main: version });
  const rollout = world.rollouts.at(-1)!;
  const counts: Partial<Record<FailureKind | "well", number>> = {};
  for (let device = 0; device < world.fleet.count; device += 1) {
    const fate = fateOf(world, rollout, device, 1) ?? "well";
    counts[fate] = (counts[fate] ?? 0) + 1;
  }
  return counts;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
const MAIN = "main" as PackageId;

describe("a fault that strikes what matches it, over 10,000 devices: the share is exact by seed", () => {
  test.each<{ what: string; of: (known: Known) => Omit<CorrelatedFailure, "kind">; struck: number }>([
    { what: "everything", of: () => ({ failPercent: 100 }), struck: 10_000 },
    { what: "nothing", of: () => ({ failPercent: 0 }), struck: 0 },
    { what: "a version", of: () => ({ packageId: MAIN, version: "2.0.0", failPercent: 37 }), struck: 3_696 },
    { what: "another version", of: () => ({ packageId: MAIN, version: "2.0.1", failPercent: 100 }), struck: 0 },
    { what: "a blueprint", of: ({ pump }) => ({ blueprintId: pump, failPercent: 100 }), struck: 5_000 },
    { what: "a tag", of: ({ revC }) => ({ tagId: revC, failPercent: 60 }), struck: 2_987 },
    { what: "both", of: ({ pump, revC }) => ({ blueprintId: pump, tagId: revC, failPercent: 100 }), struck: 2_500 },
  ])("$what", ({ of, struck }) => {
    const on = tenThousand((known) => ({ correlated: [{ ...of(known), kind: "reverted" }] }));
    expect(fates(on).reverted ?? 0).toBe(struck);
  });

  test("strikes a device in every attempt alike", () => {
    const on = tenThousand(() => ({ correlated: [{ failPercent: 37, kind: "2" }] }));
    on.deploy({ main: "2.0.0" });
    const rollout = on.world.rollouts.at(-1)!;
    const struckIn = (attempt: number) =>
      Array.from({ length: 10_000 }, (_, device) => fateOf(on.world, rollout, device, attempt));
    expect(struckIn(7)).toEqual(struckIn(1));
  });
});

describe("ordinary trouble", () => {
  test("comes by its share, spread by weight", () => {
    const on = tenThousand(() => ({ failPercent: 10, byReason: { "8": 3, reverted: 1 } }));
    expect(fates(on)).toEqual({ well: 9_012, "8": 753, reverted: 235 });
  });

  test("meets other devices in another deployment, and the same ones in the same world", () => {
    const simulation = () => ({ failPercent: 10, byReason: { "2": 1 } });
    const on = tenThousand(simulation);
    const first = fates(on, "2.0.0");
    const second = fates(on, "2.0.1");
    const again = fates(tenThousand(simulation), "2.0.0");
    expect([first["2"], second["2"], again["2"]]).toEqual([988, 951, 988]);
  });
});

test("what is drawn is what happens: 10,000 devices under a build that one revision does not bear", () => {
  const on = tenThousand(({ revC }) => ({ correlated: [{ tagId: revC, failPercent: 60, kind: "install-refused" }] }));
  const id = on.deploy({ main: "2.0.0" });
  on.travel(hours(6));
  expect(on.substates(id)).toEqual({ "install-failed": 2_987, verified: 7_013 });
});
