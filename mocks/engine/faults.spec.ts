import { describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import { NO_FAULTS, type Faults } from "#domain/world.ts";
import { lastSeenMs } from "./presence.ts";
import { FAILURE_KINDS } from "./simulation.ts";
import { refusalOf, stage, type Stage } from "./stage.ts";

const withFaults = ({ act }: Stage, faults: Partial<Faults>) =>
  act({ kind: "set-faults", faults: { ...NO_FAULTS, ...faults } });

describe("offlinePercent", () => {
  test("keeps its share of the fleet away, the same devices for as long as it lasts", () => {
    const on = stage();
    on.fleet(1_000);
    withFaults(on, { offlinePercent: 30 });
    const id = on.deploy({ main: "2.0.0" });
    on.travel(hours(3));
    expect(on.substates(id)).toEqual({ verified: 700, "waiting-offline": 300 });
    on.travel(hours(30));
    expect(on.substates(id)).toEqual({ verified: 700, "waiting-offline": 300 });
  });

  test("works at once: whoever is in the middle of an update falls silent", () => {
    const on = stage();
    on.fleet(100);
    const id = on.deploy({ main: "2.0.0" });
    on.travel(seconds(15));
    const before = on.substates(id);
    expect(before.downloading).toBeGreaterThan(10);
    withFaults(on, { offlinePercent: 100 });
    on.travel(minutes(10));
    expect(on.substates(id).verified).toBeUndefined();
    on.travel(minutes(6));
    expect(on.deployment(id).counts.stuck).toBe(on.deployment(id).counts.buckets["in-progress"]);
  });

  test("goes away at once: everyone takes up what the fault kept from them", () => {
    const on = stage();
    on.fleet(500);
    withFaults(on, { offlinePercent: 100 });
    const id = on.deploy({ main: "2.0.0" });
    on.travel(minutes(61));
    withFaults(on, { offlinePercent: 20 });
    on.travel(minutes(2));
    expect(on.substates(id)["waiting-offline"]).toBe(110);
    withFaults(on, {});
    on.travel(minutes(2));
    expect(on.substates(id)["waiting-offline"]).toBeUndefined();
    on.travel(minutes(10));
    expect(on.substates(id)).toEqual({ verified: 500 });
  });

  test("lets no step come early: a download that went on meanwhile takes its time", () => {
    const straight = stage();
    const disturbed = stage();
    const ends = [straight, disturbed].map((on) => {
      const devices = on.fleet(50);
      const id = on.deploy({ main: "2.0.0" });
      on.travel(seconds(15));
      if (on === disturbed) {
        withFaults(on, { offlinePercent: 100 });
        withFaults(on, {});
      }
      on.travel(hours(1));
      return devices.map((device) => on.target(id, device).attempts[0]?.steps.at(-1)?.atMs);
    });
    expect(ends[1]).toEqual(ends[0]);
  });

  test("is not forgotten or prolonged when another fault changes: who was last seen when stays as it was", () => {
    const on = stage();
    on.fleet(1);
    withFaults(on, { offlinePercent: 100 });
    on.travel(hours(2));
    const seenMs = lastSeenMs(on.world, 0);
    withFaults(on, { offlinePercent: 100, latencyMs: 5 });
    expect(lastSeenMs(on.world, 0)).toBe(seenMs);
  });
});

describe("failByReason", () => {
  test.each(FAILURE_KINDS)("%s strikes every attempt when it has the whole share", (kind) => {
    const on = stage();
    on.fleet(20);
    withFaults(on, { failByReason: { [kind]: 100 } });
    const id = on.deploy({ main: "2.0.0" });
    on.travel(minutes(50));
    const { verified = 0 } = on.substates(id);
    expect(verified).toBe(kind === "reverted-later" ? 20 : 0);
  });

  test("shares are drawn for each attempt: two kinds, each with its own", () => {
    const on = stage();
    on.fleet(1_000);
    withFaults(on, { failByReason: { "9": 20, "2": 10 } });
    const id = on.deploy({ main: "2.0.0" });
    on.travel(hours(1));
    const reasons = on.rows(id).map(({ reason }) => reason);
    expect([9, 2].map((code) => reasons.filter((reason) => reason === code).length)).toEqual([186, 89]);
  });

  test("works at once and goes away at once: only attempts under way meanwhile are struck", () => {
    const on = stage();
    on.fleet(10);
    withFaults(on, { failByReason: { reverted: 100 } });
    const bad = on.deploy({ main: "2.0.0" });
    on.travel(hours(1));
    expect(on.substates(bad)).toEqual({ reverted: 10 });
    withFaults(on, {});
    const good = on.deploy({ main: "2.0.1" });
    on.travel(hours(1));
    expect(on.substates(good)).toEqual({ verified: 10 });
  });
});

describe("duplicatePercent and reorderPercent", () => {
  test("work at once and go away at once: what is sent after they are cleared comes once and in its turn", () => {
    const on = stage();
    on.fleet(50);
    const heardOf = (version: string) => {
      const before = on.world.projects[0]!.events.count;
      on.deploy({ main: version });
      on.travel(hours(1));
      return on.world.projects[0]!.events.count - before;
    };
    const once = heardOf("2.0.0");
    withFaults(on, { duplicatePercent: 100 });
    expect([once, heardOf("2.0.1")]).toEqual([300, 600]);
    withFaults(on, { reorderPercent: 100 });
    expect(heardOf("2.0.2")).toBe(300);
    withFaults(on, {});
    expect([heardOf("2.0.3"), on.world.delayed.size]).toEqual([300, 0]);
  });
});

describe("faults that are no faults", () => {
  test.each<[Partial<Faults>, string]>([
    [{ offlinePercent: 101 }, "offlinePercent"],
    [{ errorPercent: -1 }, "errorPercent"],
    [{ reorderPercent: Number.NaN }, "reorderPercent"],
    [{ latencyMs: 60_001 }, "latencyMs"],
    [{ failByReason: { "99": 5 } }, "failByReason"],
    [{ failByReason: { "8": 120 } }, "failByReason"],
  ])("%j is refused, naming %s", (faults, field) => {
    const { attempt, world } = stage();
    const refused = refusalOf(attempt({ kind: "set-faults", faults: { ...NO_FAULTS, ...faults } }));
    expect(refused.field).toBe(`faults.${field}`);
    expect(world.faults).toEqual(NO_FAULTS);
  });
});
